import NIOCore

/// What `GET /api/meta` tells of the service. Nothing of it changes while the process runs.
package struct ServiceFacts: Sendable {
    /// The spec's name.
    package var name: String
    /// Of this build of the server.
    package var version: String
    /// The spec's dated version, as `API-Version` takes it.
    package var apiVersion: String
    /// 64 hexadecimal digits; changes whenever the contract does.
    package var contractHash: String
    /// Bounds that clients meet, with their unit in the name: `body_bytes`.
    package var limits: [(name: String, value: Int)]
    /// What this build can do beyond the routes that `/openapi.json` lists.
    package var features: [String]

    package init(
        name: String, version: String, apiVersion: String, contractHash: String,
        limits: [(name: String, value: Int)] = [], features: [String] = []
    ) {
        self.name = name
        self.version = version
        self.apiVersion = apiVersion
        self.contractHash = contractHash
        self.limits = limits
        self.features = features
    }

    /// The bounds of the server that a client can run into.
    package static func limits(of http: HTTPServer.Configuration) -> [(name: String, value: Int)] {
        [
            ("body_bytes", http.maxBodyBytes), ("header_bytes", http.maxHeaderBytes),
            ("target_bytes", http.maxURIBytes), ("query_parameters", QueryItems.maximumCount),
            ("pipelined_requests", http.maxPipelinedRequests),
        ]
    }

    var json: ByteBuffer {
        var writer = JSONWriter(buffer: ByteBuffer())
        writer.beginObject()
        for (key, value) in [
            ("name", name), ("version", version), ("api_version", apiVersion), ("contract_hash", contractHash),
        ] {
            writer.key(escaping: key)
            writer.string(value)
        }
        writer.key("limits")
        writer.beginObject()
        for limit in limits {
            writer.key(escaping: limit.name)
            writer.int(limit.value)
        }
        writer.endObject()
        writer.key("features")
        writer.beginArray()
        for feature in features.sorted() { writer.string(feature) }
        writer.endArray()
        writer.endObject()
        return writer.buffer
    }
}
