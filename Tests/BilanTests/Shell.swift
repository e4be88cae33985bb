import Foundation

/// Runs a program in a folder, with this environment and no input; what it prints, on either stream, and its exit code.
func shell(_ command: [String], in folder: URL, _ environment: [String: String]) throws -> (code: Int32, words: String)
{
  let process = Process()
  process.executableURL = URL(filePath: command[0])
  process.arguments = Array(command.dropFirst())
  process.currentDirectoryURL = folder
  process.environment = environment
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let bytes = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
}
