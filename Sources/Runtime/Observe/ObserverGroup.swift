import NIOHTTP1

/// Tells several observers of each request, in their order.
package struct ObserverGroup: RequestObserver {
    private let observers: [any RequestObserver]

    package init(_ observers: [any RequestObserver]) {
        self.observers = observers
    }

    package func finished(
        method: HTTPMethod, route: String, status: HTTPResponseStatus, duration: Duration, requestID: String,
        responseBytes: Int
    ) {
        for observer in observers {
            observer.finished(
                method: method, route: route, status: status, duration: duration, requestID: requestID,
                responseBytes: responseBytes)
        }
    }
}
