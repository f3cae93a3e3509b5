/// Asks again and again, with pauses, until the answer is yes or the time is up.
///
/// - Returns: Whether the answer was yes in time.
func poll(
    within limit: Duration, every pause: Duration = .milliseconds(20), _ isDone: () -> Bool
) async -> Bool {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while !isDone() {
        guard clock.now < deadline, !Task.isCancelled else { return isDone() }
        try? await clock.sleep(for: pause)
    }
    return true
}
