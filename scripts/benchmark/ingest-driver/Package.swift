// swift-tools-version: 6.1
// The ingest rooms alone, with a stopwatch. scripts/benchmark/ingest links Sources/ beside this file, somewhere else.
import PackageDescription

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "bilan",
  targets: [
    .systemLibrary(name: "CLibCSV"),
    .target(name: "Failures", swiftSettings: strict),
    .target(name: "CSV", dependencies: ["CLibCSV"], swiftSettings: strict),
    .target(name: "Domain", dependencies: ["CSV"], swiftSettings: strict),
    .target(name: "Ingest", dependencies: ["Domain", "CSV", "Failures"], swiftSettings: strict),
    .executableTarget(name: "ingest-driver", dependencies: ["Domain", "Ingest"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
