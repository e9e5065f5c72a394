// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "doublet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "doublet", targets: ["doublet"]),
    .library(
      name: "Doublet",
      targets: ["DoubletContracts", "DoubletEngine", "DoubletServer", "DoubletSpecs", "DoubletScenarios"]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // From the bottom up: a target imports only those above it.
    .target(name: "DoubletJSON", path: "Sources/JSON"),
    .target(name: "DoubletContracts", dependencies: ["DoubletJSON"], path: "Sources/Contracts"),
    .target(name: "DoubletValidation", dependencies: ["DoubletJSON", "DoubletContracts"], path: "Sources/Validation"),
    .target(
      name: "DoubletEngine",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletValidation",
        .product(name: "HashTreeCollections", package: "swift-collections"),
        .product(name: "DequeModule", package: "swift-collections"),
      ],
      path: "Sources/Engine"
    ),
    .target(
      name: "DoubletSpecCompiler",
      dependencies: ["DoubletJSON", "DoubletContracts", "DoubletValidation", "DoubletEngine", "Yams"],
      path: "Sources/SpecCompiler"
    ),
    .executableTarget(name: "spec-compiler", dependencies: ["DoubletSpecCompiler"], path: "Sources/spec-compiler"),
    .plugin(
      name: "SpecCompilerPlugin",
      capability: .buildTool(),
      dependencies: ["spec-compiler"],
      path: "Sources/SpecCompilerPlugin"
    ),
    .target(
      name: "DoubletSpecs",
      dependencies: ["DoubletContracts"],
      path: "specs",
      exclude: ["x-doublet.schema.json"],
      plugins: ["SpecCompilerPlugin"]
    ),
    .target(
      name: "DoubletScenarios",
      dependencies: ["DoubletSpecs", "DoubletEngine"],
      path: "scenarios",
      plugins: ["SpecCompilerPlugin"]
    ),
    .target(
      name: "DoubletServer",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletValidation", "DoubletEngine", "DoubletSpecs",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      path: "Sources/Server"
    ),
    .executableTarget(
      name: "doublet",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletEngine", "DoubletSpecCompiler", "DoubletSpecs", "DoubletScenarios",
        "DoubletServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      path: "Sources/doublet"
    ),
    // What `.ci/benchmark/run` measures with; the product needs none of it.
    .target(name: "AllocationCounter", path: "Sources/AllocationCounter"),
    .executableTarget(
      name: "doublet-benchmark",
      dependencies: [
        "AllocationCounter", "DoubletJSON", "DoubletContracts", "DoubletValidation", "DoubletEngine", "DoubletSpecs",
        "DoubletScenarios",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Sources/Benchmark"
    ),

    .testTarget(name: "DoubletJSONTests", dependencies: ["DoubletJSON"], path: "Tests/JSON"),
    .testTarget(name: "DoubletContractsTests", dependencies: ["DoubletContracts"], path: "Tests/Contracts"),
    .testTarget(
      name: "DoubletValidationTests",
      dependencies: ["DoubletJSON", "DoubletContracts", "DoubletValidation"],
      path: "Tests/Validation"
    ),
    .testTarget(
      name: "DoubletSpecCompilerTests",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletValidation", "DoubletEngine", "DoubletSpecCompiler",
      ],
      path: "Tests/SpecCompiler"
    ),
    .testTarget(
      name: "DoubletEngineTests",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletValidation", "DoubletEngine", "DoubletSpecCompiler", "DoubletSpecs",
        "DoubletScenarios",
      ],
      path: "Tests/Engine"
    ),
    .testTarget(
      name: "DoubletServerTests",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletValidation", "DoubletEngine", "DoubletSpecs", "DoubletScenarios",
        "DoubletServer",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/Server"
    ),
    .testTarget(
      name: "DoubletAcceptanceTests",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletValidation", "DoubletEngine", "DoubletSpecCompiler", "DoubletSpecs",
        "DoubletScenarios", "DoubletServer",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/Acceptance"
    ),
    .testTarget(
      name: "DoubletCommandLineTests",
      dependencies: [
        "DoubletJSON", "DoubletContracts", "DoubletEngine", "DoubletSpecCompiler", "DoubletSpecs", "DoubletScenarios",
        "DoubletServer", "doublet",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Tests/doublet"
    ),
  ]
)

/// Set by CI, so that it can type the very commands of the README.
let treatsWarningsAsErrors = Context.environment["DOUBLET_WARNINGS_AS_ERRORS"] != nil

for target in package.targets where target.type != .plugin && target.name != "AllocationCounter" {
  var settings = target.swiftSettings ?? []
  if treatsWarningsAsErrors { settings.append(.treatAllWarnings(as: .error)) }
  settings.append(.enableUpcomingFeature("ExistentialAny"))
  settings.append(.enableUpcomingFeature("MemberImportVisibility"))
  settings.append(.enableUpcomingFeature("InternalImportsByDefault"))
  target.swiftSettings = settings
}
