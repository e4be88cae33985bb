import Testing

@testable import Workbook

@Suite struct CellTextTests {
  @Test(arguments: ["_x0041_", "_x0041_x0042_", "__x0041__", "_x005F_", "a_b", "_x004", "_x00é1_"])
  func encodedReadsBack(_ text: String) {
    #expect(CellText.decoded(CellText.encoded(text)) == text)
  }

  @Test func spelling() {
    #expect(CellText.encoded("_x0041_") == "_x005F_x0041_")
    #expect(CellText.encoded("id_axe") == "id_axe")
    #expect(CellText.decoded("a_x000D_b") == "a\rb")
  }

  @Test func cleaned() {
    #expect(CellText.cleaned("a\r\nb\rc\u{1}\u{FFFF}é\t") == "a\nb\nc\u{FFFD}\u{FFFD}é\t")
    #expect(CellText.fault(in: CellText.cleaned("\0\r\n\u{B}")) == nil)
  }
}
