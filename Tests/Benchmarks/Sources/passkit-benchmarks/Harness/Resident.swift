#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The most memory the process has held so far, in bytes; 0 where the system does not tell.
func residentPeak() -> Int { resident("VmHWM:") }

/// The memory the process holds now, in bytes; 0 where the system does not tell.
func residentNow() -> Int { resident("VmRSS:") }

private func resident(_ key: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
        let number = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    else { return 0 }
    return (Int(number) ?? 0) * 1024
}
