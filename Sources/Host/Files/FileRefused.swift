import Failures

/// A file of ours that is not to be read: something else stands under its name, or it grows while it is read.
package struct FileRefused: Failure, Hashable {
  package let path: String
  package let refusal: RegularFile.Refusal

  package var exitCode: ExitCode { refusal == .changing ? .tryLater : .inputOutput }

  package var message: String {
    switch refusal {
    case .notRegular: "\(path) : ce n'est pas un fichier ordinaire."
    case .tooLarge(let bytes): "\(path) : le fichier est trop gros (\(bytes >> 20) Mo)."
    case .changing: "\(path) : le fichier change pendant la lecture."
    }
  }

  package var remedy: String? {
    switch refusal {
    case .notRegular: "Mettre le fichier lui-même à cette place."
    case .tooLarge: "Vérifier que c'est le bon fichier."
    case .changing: "Attendre la fin de la copie, puis relancer."
    }
  }
}
