/// The kinds of findings, by number. Numbers are never used again: they are in people's notes and scripts.
///
/// 100–199: the text is not the YAML of specs; 200–299: the words are not those of the language; 300–399: the parts do
/// not fit together; 400–449: what would go wrong later; 500–549: migrations.
package enum DiagnosticCode: Int, CaseIterable, Sendable {
    case tooLarge = 100
    case notUTF8 = 101
    case byteOrderMark = 102
    case tab = 103
    case forbiddenCharacter = 104
    case syntax = 105
    case anchor = 106
    case tag = 107
    case mergeKey = 108
    case duplicateKey = 109
    case secondDocument = 110
    case directive = 111
    case ambiguousBoolean = 112
    case tooDeep = 113
    case tooManyNodes = 114
    case complexKey = 115
    case emptySpec = 116

    case unknownKey = 200
    case missingKey = 201
    case wrongShape = 202
    case malformedValue = 203
    case unknownWord = 204
    case notServedYet = 205
    case unknownEdition = 206
    case keyDoesNotApply = 207
    case outOfRange = 208

    case unknownRole = 300
    case readByNobody = 301
    case askedButUnreadable = 302
    case unknownField = 303
    case nameUsedTwice = 304
    case reservedWord = 305
    case malformedName = 306
    case tooManyFields = 307
    case defaultBreaksRule = 308
    case impossibleRange = 309
    case enumerationValues = 310
    case ruleNeedsOtherType = 311
    case visibilityMismatch = 312
    case undeclaredVisibility = 313
    case sortNotDeclared = 314
    case routesClash = 315
    case keyField = 316
    case unknownResource = 317
    case operationWithoutRoute = 318
    case contradiction = 319
    case pattern = 320
    case unknownMoveState = 380
    case stateField = 381
    case unreachableState = 382
    case writtenState = 383
    case operationForNobody = 384
    case operationRoute = 385
    case operationShape = 386
    case computedField = 387
    case computedReveals = 388
    case hookNeverCalled = 389
    case functionName = 390
    case uncalledHook = 391
    case problemCode = 392
    case problemStatus = 393
    case problemDiffers = 394
    case problemNeverThrown = 395
    case hookPassedOver = 396

    case expressionSyntax = 321
    case expressionType = 322
    case expressionName = 323
    case erasure = 324
    case formerName = 325

    case stepsNotTaken = 337
    case noState = 338
    case needlessStep = 339

    case removedAndThere = 340
    case customFieldClash = 341
    case deprecation = 342
    case formerNameTime = 343

    case referenceTarget = 360
    case deletionRule = 361
    case cascadeCycle = 362
    case ownership = 363

    case askedByOwnersAlone = 400
    case filterWithoutIndex = 401
    case personalKey = 402
    case personalWithoutErasure = 403
    case shownSecret = 404
    case encryptedAsked = 405
    case grantAboveSelf = 406
    case hiddenFromAudience = 407
    case personalLabel = 408
    case blindWrite = 409
    case unknownEvent = 410
    case ambiguousMatch = 411

    case unreadableFile = 500
    case editedMigration = 501
    case twoHeads = 502
    case missingMigration = 503
    case looksLikeRename = 504
    case dropWithoutTombstone = 505
    case impossibleChange = 506
    case specAhead = 507
    case unknownState = 508
}

extension DiagnosticCode: CustomStringConvertible {
    /// `SPEC200`
    package var description: String { "SPEC\(rawValue)" }

    /// Reads `SPEC200`, `spec200` or `200`.
    package init?(spelled text: String) {
        let digits = text.lowercased().hasPrefix("spec") ? text.dropFirst(4) : text[...]
        guard digits.utf8.count == 3, let number = Int(digits) else { return nil }
        self.init(rawValue: number)
    }
}
