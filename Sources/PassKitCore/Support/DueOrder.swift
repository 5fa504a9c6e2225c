#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values in the order in which they fall due: a binary heap.
///
/// Values due at one time come in the order of insertion.
struct DueOrder<Value: Sendable>: Sendable {
    struct Element: Sendable {
        let due: Date
        let place: Int
        let value: Value

        func comes(before other: Element) -> Bool { (due, place) < (other.due, other.place) }
    }

    private var heap: [Element] = []
    private var inserted = 0

    var count: Int { heap.count }

    /// What is due first.
    var first: Element? { heap.first }

    mutating func insert(_ value: Value, due: Date) {
        heap.append(Element(due: due, place: inserted, value: value))
        inserted += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].comes(before: heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeFirst() -> Element? {
        guard let last = heap.popLast() else { return nil }
        guard let first = heap.first else { return last }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].comes(before: heap[least]) { least = child }
            }
            guard least != parent else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
