// swift-tools-version: 6.1
// The floors of the house, bottom first: a target imports only what stands above it in this list (CONTRIBUTING.md).
import PackageDescription

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

let package = Package(
  name: "bilan",
  products: [.executable(name: "bilan", targets: ["bilan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // Not ours: swift-crypto's. Named so that it cannot float.
    .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
  ],
  targets: [
    // Floor 0: how trouble in the world is told; C libraries and what wraps them.
    .target(name: "Failures", swiftSettings: strict),
    .target(name: "PlainText", swiftSettings: strict),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CLibExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(name: "CHost"),
    .target(name: "CSV", dependencies: ["CLibCSV"], swiftSettings: strict),
    .target(
      name: "Workbook", dependencies: ["CHost", "CLibXLSXWriter", "CLibArchive", "CLibExpat", "Failures"],
      swiftSettings: strict),
    .target(name: "Solver", dependencies: ["CLibGLPK"], swiftSettings: strict),
    .target(
      name: "Ledger", dependencies: ["Failures", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
    .target(
      name: "Host",
      dependencies: [
        "CHost", "Failures", "PlainText", .product(name: "Crypto", package: "swift-crypto"),
        // Never built: a pinned package must be named by a target, or every build warns.
        .product(name: "SwiftASN1", package: "swift-asn1", condition: .when(platforms: [.windows])),
      ],
      swiftSettings: strict),
    // Floor 1: the field's nouns.
    .target(name: "Domain", dependencies: ["CSV"], swiftSettings: strict),
    // Floor 2: the stages; none imports another.
    .target(
      name: "Define", dependencies: ["Domain", "CSV", "Failures", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Ingest", dependencies: ["Domain", "CSV", "Failures"], swiftSettings: strict),
    .target(name: "Validate", dependencies: ["Domain"], swiftSettings: strict),
    .target(name: "Compute", dependencies: ["Domain"], swiftSettings: strict),
    .target(name: "Query", dependencies: ["Domain", "CSV", "Failures"], swiftSettings: strict),
    .target(name: "Protect", dependencies: ["Domain", "Solver"], swiftSettings: strict),
    .target(name: "Report", dependencies: ["Domain", "CSV", "PlainText", "Workbook"], swiftSettings: strict),
    // Floor 3: order, disk, clock.
    .target(
      name: "Pipeline",
      dependencies: [
        "Domain", "Define", "Ingest", "Validate", "Compute", "Query", "Protect", "Report", "Host", "Workbook", "CSV",
        "Ledger", "Failures",
      ],
      swiftSettings: strict),
    // Floor 4: commands.
    .executableTarget(
      name: "bilan",
      dependencies: [
        "Domain", "Pipeline", "Host", "Define", "Compute", "Ingest", "Report", "Workbook", "CSV", "Ledger", "Failures",
        "PlainText", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    // Tests mirror Sources. What several of them need.
    .target(name: "SeededNumbers", path: "Tests/Seeded", swiftSettings: strict),
    .testTarget(name: "FailuresTests", dependencies: ["Failures"]),
    .testTarget(name: "PlainTextTests", dependencies: ["PlainText"]),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "SeededNumbers"]),
    .testTarget(name: "WorkbookTests", dependencies: ["Failures", "Workbook"], exclude: ["Golden"]),
    .testTarget(name: "SolverTests", dependencies: ["Solver", "SeededNumbers"]),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Failures", "Ledger", "SeededNumbers", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "HostTests", dependencies: ["Host", "Failures", "SeededNumbers"]),
    .testTarget(name: "DomainTests", dependencies: ["Domain", "SeededNumbers"]),
    .testTarget(name: "DefineTests", dependencies: ["CSV", "Define", "Domain"]),
    .testTarget(name: "IngestTests", dependencies: ["Ingest", "CSV", "Domain", "SeededNumbers"]),
    .testTarget(name: "ValidateTests", dependencies: ["Validate", "Domain"]),
    .testTarget(name: "ComputeTests", dependencies: ["Compute", "Domain", "SeededNumbers"]),
    .testTarget(name: "QueryTests", dependencies: ["Query", "Compute", "Domain"]),
    .testTarget(name: "ProtectTests", dependencies: ["Protect", "Domain", "Solver", "SeededNumbers"]),
    .testTarget(
      name: "ReportTests", dependencies: ["Report", "CSV", "Domain", "PlainText", "Workbook"],
      exclude: ["Funders/Golden"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Compute", "Define", "Domain", "Host", "Ledger", "Report", "SeededNumbers", "Workbook",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "BilanTests",
      dependencies: ["bilan", "Pipeline", "Define", "Domain", "Failures", "Ingest", "Ledger", "Host", "Workbook"]),
  ],
  swiftLanguageModes: [.v6]
)
