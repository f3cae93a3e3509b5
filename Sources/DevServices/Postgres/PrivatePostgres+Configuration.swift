extension PrivatePostgres {
    /// How a private Postgres is kept.
    package enum Mode: Sendable {
        /// Lasts: the data stays in the folder, survives crashes, and is used again.
        case development
        /// Fast and gone afterwards: no fsync, a fresh folder that is deleted at the end.
        case test
    }

    package struct Configuration: Sendable {
        package var mode: Mode
        /// The folder for data, log and password. In test mode nil means one under the folder for temporary files.
        package var folder: String?
        /// The port on 127.0.0.1; nil chooses a free one (development keeps it while it stays free).
        package var port: UInt16?
        /// Connections that Postgres admits. Default 100.
        package var maxConnections = 100
        /// Memory for Postgres's own cache. Default 64 MB.
        package var sharedBuffers = "64MB"
        /// The longest wait for Postgres to answer after its start. Default 30 s.
        package var startLimit: Duration = .seconds(30)
        /// The longest wait for an orderly stop, before it is killed. Default 10 s.
        package var stopLimit: Duration = .seconds(10)
        /// Where the programs are looked for.
        package var finder: ProgramFinder = .standard

        /// Data that lasts, under `folder`.
        package static func development(folder: String) -> Configuration {
            Configuration(mode: .development, folder: folder)
        }

        /// A server for one test or one suite; several can run beside each other.
        package static var test: Configuration { Configuration(mode: .test) }
    }
}
