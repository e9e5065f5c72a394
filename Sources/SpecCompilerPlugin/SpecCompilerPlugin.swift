import Foundation
import PackagePlugin

/// Compiles the YAML files of a target, and of those it depends on, to one Swift file. The work is spec-compiler's.
@main
struct SpecCompilerPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    var files: [URL] = yaml(of: target)
    for case .target(let other) in target.dependencies { files += yaml(of: other) }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name)+Tables.swift")
    var arguments = ["--output", output.path(percentEncoded: false)]
    arguments += ["--package-root", context.package.directoryURL.path(percentEncoded: false)]
    arguments += ["--kind", target.name == "DoubletSpecs" ? "specs" : "scenarios"]
    arguments += files.map { $0.path(percentEncoded: false) }
    return [
      .buildCommand(
        displayName: "Compiling the YAML of \(target.name)",
        executable: try context.tool(named: "spec-compiler").url,
        arguments: arguments,
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  private func yaml(of target: any Target) -> [URL] {
    guard let module = target.sourceModule else { return [] }
    return module.sourceFiles.map(\.url).filter { $0.pathExtension == "yaml" }
  }
}
