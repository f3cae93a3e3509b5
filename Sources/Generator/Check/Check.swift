/// One thing that must hold for a spec. Checks know nothing of each other; all of them run over every spec.
protocol Check: Sendable {
    func run(_ spec: Spec, _ findings: Findings)
}

/// The same for what a spec means: its routes, the names that are made for it. Runs only over a spec that is within the
/// limits, and maybe over one that other checks refuse.
protocol ContractCheck: Sendable {
    func run(_ spec: Spec, _ contract: Contract, _ findings: Findings)
}

/// Runs every check over a spec that could be read.
/// - Parameter contract: what the spec means, made once for all that ask; `nil` for a spec that is over the limits.
func check(_ spec: Spec, _ contract: Contract?, _ findings: Findings) {
    let checks = allChecks + riskChecks
    let (first, second) = (checks.prefix(checks.count / 2), checks.dropFirst(checks.count / 2))
    _ = findings.both {
        for check in first { check.run(spec, findings) }
    } beside: { findings in
        for check in second { check.run(spec, findings) }
    }
    guard let contract else { return }
    for check in contractChecks { check.run(spec, contract, findings) }
}

private let contractChecks: [any ContractCheck] = [RelationNamesCheck(), RoutesCheck(), OperationRoutesCheck()]

private let allChecks: [any Check] = [
    NamesCheck(), ReservedWordsCheck(), SpellingCheck(), ColumnsCheck(), TablesCheck(),
    LimitsCheck(), TextCheck(), APICheck(), PathsCheck(), RolesCheck(), AccessListsCheck(),
    OperationsCheck(), ReadersCheck(), FieldUseCheck(), InternalFieldsCheck(), CreationCheck(), KeyCheck(),
    PartsCheck(), SettingsCheck(), VisibilityCheck(), ListCheck(), PagesCheck(), TextRulesCheck(), BoundsCheck(),
    PatternCheck(), EnumerationCheck(), MapsCheck(), ShapesCheck(), DefaultsCheck(), FilterCheck(), UniqueCheck(),
    CompletionCheck(), ReferencesCheck(), DeletionRulesCheck(), CascadesCheck(), OwnershipCheck(), ConditionsCheck(),
    ErasureCheck(), FormerNamesCheck(), RemovedCheck(), DeprecationCheck(), CustomFieldsCheck(), PlannedCheck(),
    PlannedTypesCheck(), PlannedFieldsCheck(), OperationAccessCheck(), OperationNamesCheck(),
    MovesCheck(),
    StatesCheck(),
    TransitionsCheck(), CallsCheck(),
    ComputedCheck(), RevealsCheck(), HooksCheck(), FunctionsCheck(), ProblemsCheck(), CascadedHooksCheck(),
]
