/// Runs every check over a spec.
func check(_ spec: Spec, _ findings: Findings) {
}
