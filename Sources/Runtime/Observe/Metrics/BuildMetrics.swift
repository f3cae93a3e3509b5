/// Which build this is, as labels of a series that is always 1.
package enum BuildMetrics {
    package static func register(
        version: String, contract: String, contractVersion: String, contractHash: String, in metrics: Metrics
    ) {
        metrics.gauge(
            "roster_build_info", help: "Always 1; its labels say which build and which contract serve.",
            labels: [
                ("contract", contract), ("contract_hash", contractHash), ("contract_version", contractVersion),
                ("version", version),
            ]
        ).set(1)
    }
}
