/// Reads the text of a spec. `nil` when so much of it is wrong that nothing can be said about the rest; a spec that comes
/// with errors among the findings is good for more checks, not for generating.
package func parse(_ source: SpecSource, _ findings: Findings) -> Spec? {
    guard let root = YAMLComposer.compose(source, findings) else { return nil }
    return SpecReader(findings: findings).spec(root)
}
