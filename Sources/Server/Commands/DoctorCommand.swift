import ArgumentParser

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what is missing on this machine and how to get it.")

    func run() async throws {
        let checks = Doctor.checks(environment: Environment(), project: .locate())
        var failed = 0
        for check in checks {
            let finding = await check.run()
            print(finding.line(for: check.name))
            if case .missing = finding { failed += 1 }
        }
        guard failed == 0 else {
            print("\n\(failed) of \(checks.count) checks failed. `scripts/setup` installs what Debian and Ubuntu have.")
            throw ExitCode(1)
        }
        print("\nAll is there. `make dev` starts the server.")
    }
}
