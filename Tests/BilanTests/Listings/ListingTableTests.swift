import Testing

@testable import bilan

@Suite struct ListingTableTests {
  private let listing = Listing(
    header: ["indicator", "value", "empty", "detail"],
    rows: [
      [
        "emplois_crees", "12,5", "", "une phrase qui est bien plus longue que la fenêtre où elle est lue par quelqu'un",
      ],
      ["effectif", "7", "", "courte"],
    ])

  @Test("as wide as it comes where nobody looks, or where there is room") func free() {
    let text = listing.aligned()
    #expect(text.hasPrefix("indicateur     valeur  detail\nemplois_crees  12,5    une phrase"))
    #expect(listing.aligned(within: 200) == text)
  }

  @Test("no line is wider than the window, and every word is there", arguments: [30, 40, 60, 80, 100])
  func narrow(_ width: Int) {
    let text = listing.aligned(within: width)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
    let words = text.split { $0.isWhitespace }
    for word in "une phrase qui est bien plus longue que la fenêtre où elle est lue par quelqu'un".split(separator: " ")
    {
      #expect(words.contains(word))
    }
  }

  @Test("a cell takes several lines, under its own column") func wrapped() {
    #expect(
      listing.aligned(within: 60).split(separator: "\n")[1...3].map(String.init) == [
        "emplois_crees  12,5    une phrase qui est bien plus longue",
        "                       que la fenêtre où elle est lue par",
        "                       quelqu'un",
      ])
  }

  @Test("where no column would be left enough, a row is a paragraph") func paragraphs() {
    let wide = Listing(
      header: ["a", "b", "c"], rows: [Array(repeating: "0123456789abcde", count: 3), ["x", "", "y"]])
    #expect(
      wide.aligned(within: 30) == """
        a : 0123456789abcde
        b : 0123456789abcde
        c : 0123456789abcde

        a : x
        c : y

        """)
  }
}
