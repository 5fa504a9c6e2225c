/// The members of a JSON object, in order.
///
/// Keys are compared scalar by scalar. Looking up a key walks the members: the objects of passes and requests are
/// small, and a walk over a few keys is faster than hashing.
public struct JSONObject: Sendable {
    /// One member.
    public struct Member: Sendable {
        /// The key.
        public var key: String
        /// The value.
        public var value: JSONValue

        /// Makes a member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members, in order.
    public private(set) var members: [Member]

    /// An object without members.
    public init() {
        self.members = []
    }

    /// Takes members whose keys the caller knows to be unique, or wants to keep as they are.
    init(uncheckedMembers members: [Member]) {
        self.members = members
    }

    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }

    /// The number of members.
    public var count: Int { members.count }

    /// The keys, in order.
    public var keys: [String] { members.map(\.key) }

    /// The value of a key; setting keeps the member's place or appends, setting nil removes the member.
    public subscript(key: String) -> JSONValue? {
        get { index(of: key).map { members[$0].value } }
        set {
            switch (index(of: key), newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// Adds the members of another object whose keys are not there; the other's keys are unique among themselves.
    mutating func append(_ others: JSONObject) {
        // Against what was there only: against all of them, a hundred thousand members would take minutes.
        let known = members.map(\.key)
        for member in others.members where !known.contains(where: { $0.isSpelled(as: member.key) }) {
            members.append(member)
        }
    }

    private func index(of key: String) -> Int? {
        members.firstIndex { $0.key.isSpelled(as: key) }
    }
}

extension JSONObject: Hashable {
    /// Equal when the same members stand in the same order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members == right.members
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(members)
    }
}

extension JSONObject.Member: Hashable {
    /// Equal when key and value are, scalar by scalar.
    public static func == (left: Self, right: Self) -> Bool {
        left.key.isSpelled(as: right.key) && left.value == right.value
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        key.utf8.forEach { hasher.combine($0) }
        hasher.combine(value)
    }
}
