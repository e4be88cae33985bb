import Failures
import Testing

/// A failure with everything in it.
private struct Flood: Failure {
  var exitCode: ExitCode { .inputOutput }
  var message: String { "La cave est inondée." }
  var details = ["cave : 20 cm"]
  var remedy: String? { "Pomper." }
  var cause: (any Error)?
}

/// An error of somebody else's, that says too much.
private struct Foreign: Error, CustomStringConvertible {
  var description: String { "canari" }
}

@Suite struct FailureTests {
  @Test func standsOnLines() {
    #expect(Flood().text == "La cave est inondée.\n  cave : 20 cm\nPomper.")
    #expect(Flood().oneLine == "La cave est inondée. Pomper.")
  }

  @Test(arguments: [(17, nil), (18, "  … et 1 autres"), (50, "  … et 33 autres")] as [(Int, String?)])
  func saysTwentyLinesAtMost(_ count: Int, _ others: String?) {
    let lines = Flood(details: (1...count).map { "cave \($0)" }).text.split(separator: "\n")
    #expect(lines.count == 2 + 17 + (others == nil ? 0 : 1))
    #expect(lines[17] == "  cave 17")
    #expect(others == nil || lines[18] == others!)
    #expect(lines.last == "Pomper.")
  }

  @Test func tellsWhatItCameOfButNothingOfAForeignError() {
    let flood = Flood(cause: Flood(cause: Foreign()))
    #expect(flood.causes == ["La cave est inondée.", "Foreign"])
    #expect(Flood().causes.isEmpty)
  }

  @Test func anErrorThatIsNoFailureIsADefect() {
    #expect(Flood().asFailure is Flood)
    let defect = Foreign().asFailure
    #expect(defect.exitCode.rawValue == 70)
    #expect(
      defect.text == """
        Erreur imprévue (Foreign).
        C'est un défaut de bilan : le signaler, avec la commande et ce message.
        """)
  }

  /// The numbers of sysexits.h; 128+N as a shell tells of a signal.
  @Test func numbersExitCodesAsOthersDo() {
    let codes: [ExitCode] = [
      .success, .no, .usage, .data, .noInput, .defect, .cannotCreate, .inputOutput, .tryLater, .noPermission,
      .configuration, .signal(15),
    ]
    #expect(codes.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 73, 74, 75, 77, 78, 143])
    #expect(codes.filter(\.isSignal) == [.signal(15)])
  }
}
