/// The class with the operations of one resource: a method for each of its routes.
struct ResourceOperations {
    let resource: Contract.Resource
    let names: TypeScriptTypes.Resource
    let routes: [PlannedRoute]
    private let contract: Contract

    init(_ contract: Contract, _ index: Int, _ types: TypeScriptTypes, _ routes: [PlannedRoute]) {
        self.contract = contract
        self.resource = contract.resources[index]
        self.names = types.resources[index]
        self.routes = routes.filter { $0.resource == index }
    }

    func render(to source: inout TypeScriptSource) {
        source.line()
        source.doc((resource.description.map { [$0] } ?? []) + ["The operations of `\(resource.name)`."])
        source.block("export class \(names.api)") { source in
            source.line("private readonly transport: Transport;")
            source.line()
            source.block("constructor(transport: Transport)") { $0.line("this.transport = transport;") }
            for route in routes { operation(route, &source) }
        }
    }

    private func operation(_ route: PlannedRoute, _ source: inout TypeScriptSource) {
        switch route.action {
        case .read(let target): read(route, target == .caller ? "readOwn" : "read", names.record, &source)
        case .readOwn: read(route, "readOwn", names.own, &source)
        case .readSection(let target): readSection(route, target == .caller ? "readOwnSection" : "readSection", &source)
        case .write(let target): write(route, target == .caller ? "Own" : "", names.record, &source)
        case .writeOwn: write(route, "Own", names.own, &source)
        case .writeSection(let target): writeSection(route, target == .caller ? "OwnSection" : "Section", &source)
        case .list: list(route, &source)
        case .create: create(route, &source)
        case .delete: delete(route, &source)
        case .operate(let place, let target):
            operate(route, contract.operations[place], isOwn: target == .caller, to: &source)
        }
    }

    // MARK: Reading

    private func read(_ route: PlannedRoute, _ name: String, _ type: String, _ source: inout TypeScriptSource) {
        let selected = [type, names.field] + (parts.isEmpty ? [] : [parts.joined(separator: " | ")])
        method(
            route, name, ["options: SelectOptions<\(selected.joined(separator: ", "))> = {}"], "Versioned<\(type)>",
            ["return this.transport.read(\(path(route)), options);"], &source)
    }

    private func readSection(_ route: PlannedRoute, _ name: String, _ source: inout TypeScriptSource) {
        let type = "Required<\(names.record)>[Name]"
        method(
            route, "\(name)<Name extends \(names.section)>",
            ["section: Name", "options: ReadOptions<\(type)> = {}"], "Versioned<\(type)>",
            ["return this.transport.read(\(path(route)), options);"], &source)
    }

    private func list(_ route: PlannedRoute, _ source: inout TypeScriptSource) {
        let query = "query: ListQuery<\(names.sort), \(names.field)> = {}"
        method(
            route, "list", [query, "options: RequestOptions = {}"], "AsyncGenerator<\(names.record), void, undefined>",
            ["return this.transport.pages(\(path(route)), query, options);"], &source,
            isPromise: false,
            note: "All records, page by page as they are asked for: `for await (const one of list())`.")
        method(
            route, "listPage", [query, "options: RequestOptions = {}"], "Page<\(names.record)>",
            ["return this.transport.page(\(path(route)), query, options);"], &source, note: "One page.")
    }

    // MARK: Writing

    private func write(_ route: PlannedRoute, _ suffix: String, _ type: String, _ source: inout TypeScriptSource) {
        let isPatch = route.method == .patch
        let body = isPatch ? names.patch : names.update
        method(
            route, (isPatch ? "patch" : "update") + suffix, ["body: \(body)", writeOptions],
            "Versioned<\(type)>", [send(route)], &source)
    }

    private func writeSection(_ route: PlannedRoute, _ suffix: String, _ source: inout TypeScriptSource) {
        let isPatch = route.method == .patch
        let update = "\(names.update)[Name]"
        let body = "Exclude<\(isPatch ? "MergePatch<\(update)>" : update), undefined>"
        method(
            route, "\(isPatch ? "patch" : "update")\(suffix)<Name extends \(names.section) & keyof \(names.update)>",
            ["section: Name", "body: \(body)", writeOptions],
            "Versioned<Required<\(names.record)>[Name]>", [send(route)], &source)
    }

    private func create(_ route: PlannedRoute, _ source: inout TypeScriptSource) {
        method(
            route, "create", ["body: \(names.creation)", "options: RequestOptions = {}"], "Created<\(names.record)>",
            ["return this.transport.create(\(path(route)), body, options);"], &source)
    }

    private func delete(_ route: PlannedRoute, _ source: inout TypeScriptSource) {
        method(
            route, "delete", [writeOptions], "void",
            ["return this.transport.remove(\(path(route)), options);"], &source)
    }

    /// Where the spec says `if_match: required` the tag is asked for by the type.
    private var writeOptions: String {
        resource.requiresMatch ? "options: MatchedWriteOptions" : "options: WriteOptions = {}"
    }

    private func send(_ route: PlannedRoute) -> String {
        "return this.transport.write(\"\(route.method.rawValue)\", \(path(route)), body, options);"
    }

    // MARK: Parts

    func method(
        _ route: PlannedRoute, _ name: String, _ parameters: [String], _ result: String, _ body: [String],
        _ source: inout TypeScriptSource, isPromise: Bool = true, note: String? = nil
    ) {
        source.line()
        source.doc((note.map { [$0] } ?? []) + ["`\(route.method.rawValue) \(route.pattern)`"])
        let all = (route.pattern.contains("{id}") ? ["id: string"] : []) + parameters
        let returned = isPromise ? "Promise<\(result)>" : result
        source.function(name, all, returned) { source in
            for line in body { source.line(line) }
        }
    }

    /// The route's path as an expression: a plain string, or a template with its parameters.
    func path(_ route: PlannedRoute) -> String {
        guard route.pattern.contains("{") else { return TypeScriptLiteral.quoted(route.pattern) }
        let segments = route.pattern.split(separator: "/").map { segment in
            segment.hasPrefix("{") ? "/${encodeURIComponent(\(segment.dropFirst().dropLast()))}" : "/\(segment)"
        }
        return "`\(segments.joined())`"
    }

    private var parts: [String] {
        contract.resources.filter { $0.onePer == resource.name }.map { TypeScriptLiteral.quoted($0.name) }
    }
}
