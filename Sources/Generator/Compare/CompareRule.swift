/// What two contracts can differ in, as clients of the API meet it. Numbers are never used again: they are in people's notes
/// and scripts. 0–99: the API and its roles; 100–199: resources, fields and keys; 200–299: values; 300–399: rights; 400–499:
/// routes; 500–599: lists.
package enum CompareRule: Int, CaseIterable, Sendable {
    case versionNotRaised = 1
    case baseChanged = 2
    case subjectChanged = 3
    case versionRaised = 4
    case versionLowered = 5
    case roleAdded = 10
    case roleRemoved = 11
    case roleChanged = 12

    case resourceRemoved = 100
    case fieldRemoved = 101
    case fieldAdded = 102
    case requiredFieldAdded = 103
    case fieldRenamed = 104
    case fieldNowRequired = 105
    case fieldNowOptional = 106
    case defaultChanged = 107
    case resourceAdded = 108
    case keyChanged = 109
    case fieldNowImmutable = 110
    case fieldNoLongerImmutable = 111
    case uniqueAdded = 112
    case uniqueRemoved = 113
    case referenceAdded = 114
    case referenceChanged = 115
    case referenceRemoved = 116
    case deletionChanged = 117
    case fieldDeprecated = 118
    case deprecationWithdrawn = 119
    case formerNameRemoved = 120
    case sunsetBroughtForward = 121
    case sunsetAnnounced = 122
    case renamedWithinVersion = 123
    case formerNameAdded = 124
    case sunsetWithdrawn = 125
    case renamingPutOff = 126

    case typeChanged = 200
    case ruleTightened = 201
    case ruleLoosened = 202
    case typeWidened = 203
    case patternChanged = 204
    case normalisationChanged = 205
    case enumValueRemoved = 206
    case enumValueAdded = 207
    case checkAdded = 208
    case checkChanged = 209
    case checkRemoved = 210
    case openEnumValueAdded = 211
    case enumOpened = 212
    case enumClosed = 213
    case transitionRemoved = 214
    case transitionAdded = 215
    case beginningRemoved = 216
    case beginningAdded = 217
    case problemAdded = 218
    case problemRemoved = 219
    case problemChanged = 220

    case readRightTaken = 300
    case readRightGiven = 301
    case writeRightTaken = 302
    case writeRightGiven = 303
    case putNeedsMore = 304
    case operationRightTaken = 305
    case operationRightGiven = 306
    case ownersChoiceAdded = 307
    case ownersChoiceRemoved = 308
    case visibilityWidened = 309
    case visibilityNarrowed = 310
    case levelRemoved = 311
    case levelAdded = 312

    case routeRemoved = 400
    case routeAdded = 401
    case pathChanged = 402
    case matchNowRequired = 403
    case matchNoLongerRequired = 404

    case orderRemoved = 500
    case orderAdded = 501
    case usualOrderChanged = 502
    case filterRemoved = 503
    case filterAdded = 504
    case pageLimitLowered = 505
    case pageLimitRaised = 506
    case usualPageChanged = 507
    case searchRemoved = 508
    case searchAdded = 509
}

/// What a change does to those who use the API.
package enum CompareSeverity: Int, CaseIterable, Sendable {
    /// A client that kept to the old contract can fail.
    case breaking
    /// No request fails, and yet somebody should look: values mean or show more than they did.
    case dangerous
    /// Clients of the old contract go on as before.
    case fine

    package var word: String { "\(self)" }
}

extension CompareRule: CustomStringConvertible {
    /// `DIFF101`
    package var description: String {
        let digits = String(rawValue)
        return "DIFF" + String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// A rule by how people write it: `DIFF101`, `diff101`, `field-removed`.
    package init?(spelled text: String) {
        let wanted = text.lowercased()
        guard let rule = Self.allCases.first(where: { $0.description.lowercased() == wanted || $0.name == wanted })
        else { return nil }
        self = rule
    }
}
