/// One thing that must hold for a spec. Checks know nothing of each other; all of them run over every spec.
protocol Check: Sendable {
    func run(_ spec: Spec, _ findings: Findings)
}

/// Runs every check over a spec that could be read.
package func check(_ spec: Spec, _ findings: Findings) {
    for check in allChecks + riskChecks { check.run(spec, findings) }
}

private let allChecks: [any Check] = [
    NamesCheck(), ReservedWordsCheck(), SpellingCheck(), ColumnsCheck(), TablesCheck(), RelationNamesCheck(),
    LimitsCheck(), TextCheck(), APICheck(), PathsCheck(), RoutesCheck(), RolesCheck(), AccessListsCheck(),
    OperationsCheck(), ReadersCheck(), FieldUseCheck(), InternalFieldsCheck(), CreationCheck(), KeyCheck(),
    PartsCheck(), SettingsCheck(), VisibilityCheck(), ListCheck(), PagesCheck(), TextRulesCheck(), BoundsCheck(),
    PatternCheck(), EnumerationCheck(), MapsCheck(), ShapesCheck(), DefaultsCheck(), FilterCheck(), UniqueCheck(),
    CompletionCheck(), ReferencesCheck(), DeletionRulesCheck(), CascadesCheck(), OwnershipCheck(), ConditionsCheck(),
    ErasureCheck(), FormerNamesCheck(), RemovedCheck(), DeprecationCheck(), CustomFieldsCheck(), PlannedCheck(),
    PlannedTypesCheck(), PlannedFieldsCheck(), OperationAccessCheck(), OperationNamesCheck(), OperationRoutesCheck(),
    MovesCheck(),
    StatesCheck(),
    TransitionsCheck(), CallsCheck(),
    ComputedCheck(), RevealsCheck(), HooksCheck(), FunctionsCheck(), ProblemsCheck(), CascadedHooksCheck(),
]
