@testable import Workbook

/// The sample's own colours: those of the UK Government Analysis Function ("Data visualisation: colours in charts").
enum Palette {
  static let blue = Colour(0x12436D)
  static let turquoise = Colour(0x28A197)
}
