/// The steps of a plan by the order in which they may happen.
struct StepList {
    /// What must hold before anything is done.
    var checks: [MigrationStep] = []
    var expand: [MigrationStep] = []
    var backfill: [MigrationStep] = []
    /// Indexes and rules over what was filled.
    var finish: [MigrationStep] = []
    var contract: [MigrationStep] = []
    var isRolling = true

    mutating func add(_ other: StepList) {
        checks += other.checks
        expand += other.expand
        backfill += other.backfill
        finish += other.finish
        contract += other.contract
        isRolling = isRolling && other.isRolling
    }

    var all: [MigrationStep] { checks + expand + backfill + finish + contract }
}
