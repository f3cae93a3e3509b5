/// The text of the configuration files of a private Postgres.
enum PostgresSettings {
    /// `postgresql.conf`, written anew at each start. `ALTER SYSTEM` still has the last word.
    static func main(port: UInt16, _ configuration: PrivatePostgres.Configuration) -> String {
        var text = """
            # Written by roster at each start; changes here are lost. Use ALTER SYSTEM.
            listen_addresses = '127.0.0.1'
            port = \(port)
            unix_socket_directories = ''
            max_connections = \(configuration.maxConnections)
            shared_buffers = \(configuration.sharedBuffers)
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'

            # Nothing personal in the log: no statements, no parameters, no "Key (email)=(...)", and no text of
            # errors, which quotes values ("log" keeps start, stop and crashes, and drops ERROR and WARNING).
            log_destination = 'stderr'
            logging_collector = off
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_statement = none
            log_min_duration_statement = -1
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0

            """
        if configuration.mode == .test {
            text += """

                # The data is deleted at the end, so nothing is lost when the machine goes down. Commits still wait
                # for the system to have the log (synchronous_commit): what was acknowledged outlives SIGKILL.
                fsync = off
                full_page_writes = off
                max_wal_size = '256MB'
                min_wal_size = '32MB'
                autovacuum_naptime = '10s'

                """
        }
        return text
    }

    /// `pg_hba.conf`: loopback with the password, and nothing else.
    static let access = """
        # Written by roster at each start.
        host all all 127.0.0.1/32 scram-sha-256

        """
}
