import CLibGLPK

/// A linear programme over bounded columns, asked again and again with other aims and other bounds: each answer starts from the
/// basis of the one before. GLPK's simplex and branch and bound, with fixed methods and nothing random, so that the same
/// questions in the same order have the same answers on every machine.
///
/// Not for several threads at once. Numbers are small integers held as Double; a caller rounds what it gets.
package final class LinearProgramme {
  package enum Sense: Sendable { case least, most }

  /// The best that an aim can have. `values` are those of the columns.
  package struct Solution: Sendable {
    package let aim: Double
    package let values: [Double]
    /// Nothing better is possible. Of whole numbers: branch and bound came to its end.
    package var isProved = true
    /// Every value is a whole number.
    package var isWhole: Bool { values.allSatisfy { abs($0 - $0.rounded()) < 1e-6 } }
  }

  package let columns: Int
  private let problem: OpaquePointer
  private var aim: [Int32] = []
  private var isWarm = false
  /// Rows that stand in the problem only once an answer broke them, in order.
  private var waiting: [Row] = []

  private struct Row {
    let columns: [Int32]
    let coefficients: [Double]
    let lower: Double?
    let upper: Double?

    init(_ terms: [(column: Int, coefficient: Int)], _ lower: Double?, _ upper: Double?) {
      // The solver counts from 1.
      columns = [0] + terms.map { Int32($0.column + 1) }
      coefficients = [0] + terms.map { Double($0.coefficient) }
      self.lower = lower
      self.upper = upper
    }

    func isBroken(by values: [Double]) -> Bool {
      var sum = 0.0
      for place in 1..<columns.count { sum += coefficients[place] * values[Int(columns[place]) - 1] }
      return lower.map { sum < $0 - 1e-6 } ?? false || upper.map { sum > $0 + 1e-6 } ?? false
    }
  }

  package init(columns: Int) {
    self.columns = columns
    glp_term_out(GLP_OFF)
    problem = glp_create_prob()
    if columns > 0 { glp_add_cols(problem, Int32(columns)) }
    for column in 0..<columns { setBounds(of: column, 0, 0) }
  }

  deinit { glp_delete_prob(problem) }

  /// nil: no bound on that side.
  package func setBounds(of column: Int, _ lower: Double?, _ upper: Double?) {
    glp_set_col_bnds(problem, Int32(column + 1), kind(lower, upper), lower ?? 0, upper ?? 0)
  }

  /// The column takes whole numbers alone, where ``wholeOptimum(_:_:steps:)`` is asked.
  package func setWhole(_ column: Int) { glp_set_col_kind(problem, Int32(column + 1), GLP_IV) }

  /// `lower ≤ Σ coefficient × column ≤ upper`. A column stands in it once. `whenBroken`: it is kept out of the problem until an answer breaks it.
  /// Of many inequalities few ever bind, and each row in the problem costs time in every answer. All columns have bounds then.
  package func addRow(
    _ terms: [(column: Int, coefficient: Int)], _ lower: Double?, _ upper: Double?, whenBroken: Bool = false
  ) {
    let row = Row(terms, lower, upper)
    if whenBroken {
      waiting.append(row)
    } else {
      add(row)
      isWarm = false
    }
  }

  private func add(_ row: Row) {
    let place = glp_add_rows(problem, 1)
    glp_set_row_bnds(problem, place, kind(row.lower, row.upper), row.lower ?? 0, row.upper ?? 0)
    glp_set_mat_row(problem, place, Int32(row.columns.count - 1), row.columns, row.coefficients)
  }

  /// Whether an answer broke any that waited: these are in the problem from now on. The basis stays: the new rows join it.
  private func addBroken(by values: [Double]) -> Bool {
    let broken = waiting.indices.filter { waiting[$0].isBroken(by: values) }
    guard !broken.isEmpty else { return false }
    for place in broken { add(waiting[place]) }
    let added = Set(broken)
    waiting = waiting.indices.filter { !added.contains($0) }.map { waiting[$0] }
    return true
  }

  /// nil: the rows and bounds contradict each other, or the aim has no end.
  package func optimum(_ sense: Sense, of terms: [(column: Int, coefficient: Int)]) -> Solution? {
    setAim(sense, terms)
    var isGrown = false
    while true {
      guard solve(isGrown: isGrown) == GLP_OPT else { return nil }
      let values = (0..<columns).map { glp_get_col_prim(problem, Int32($0 + 1)) }
      guard addBroken(by: values) else { return Solution(aim: glp_get_obj_val(problem), values: values) }
      isGrown = true
    }
  }

  /// After ``optimum(_:of:)``: by how much the aim would move for each unit that a column's bound gives way.
  package var reducedCosts: [Double] { (0..<columns).map { glp_get_col_dual(problem, Int32($0 + 1)) } }

  /// The same with whole numbers in the columns that take them alone. nil: none was found within `steps` of branch and bound. The best
  /// one found, not always the best there is. `enough`: an aim as good as that is as good as the best.
  package func wholeOptimum(
    _ sense: Sense, of terms: [(column: Int, coefficient: Int)], _ search: WholeSearch = .warm, steps: Int = 2_000,
    enough: Int? = nil
  ) -> Solution? {
    let goal = enough.map { (sense: sense, aim: Double($0)) }
    while true {
      let counter = StepCounter(left: steps, goal: goal)
      guard let inFractions = optimum(sense, of: terms) else { return nil }
      let found =
        if case .nearby(let known) = search {
          holding(inFractions.values, where: known) { branch(counter, search) }
        } else {
          branch(counter, search)
        }
      guard let found else { return nil }
      guard addBroken(by: found.values) else { return found }
    }
  }

  /// Columns of which both answers say the same are held there meanwhile. Bounds and basis are afterwards what they were.
  private func holding(_ values: [Double], where known: [Double], _ search: () -> Solution?) -> Solution? {
    let alike = (0..<columns).filter { abs(values[$0] - known[$0]) < 1e-9 }.map { Int32($0 + 1) }.filter {
      glp_get_col_type(problem, $0) != GLP_FX
    }
    let before = alike.map {
      (
        kind: glp_get_col_type(problem, $0), lower: glp_get_col_lb(problem, $0), upper: glp_get_col_ub(problem, $0),
        status: glp_get_col_stat(problem, $0)
      )
    }
    for column in alike {
      let value = known[Int(column) - 1]
      glp_set_col_bnds(problem, column, GLP_FX, value, value)
    }
    defer {
      for (column, was) in zip(alike, before) {
        glp_set_col_bnds(problem, column, was.kind, was.lower, was.upper)
        glp_set_col_stat(problem, column, was.status)
      }
    }
    var found = search()
    found?.isProved = false
    return found
  }

  private func branch(_ counter: StepCounter, _ search: WholeSearch) -> Solution? {
    var settings = glp_iocp()
    glp_init_iocp(&settings)
    settings.msg_lev = GLP_MSG_OFF
    settings.br_tech = search.isThorough ? GLP_BR_DTH : GLP_BR_MFV
    settings.presolve = search.isFresh ? GLP_ON : GLP_OFF
    settings.cb_func = { tree, info in
      guard let tree, let info else { return }
      let counter = Unmanaged<StepCounter>.fromOpaque(info).takeUnretainedValue()
      if counter.isOver(glp_ios_reason(tree), aim: glp_mip_obj_val(glp_ios_get_prob(tree))) { glp_ios_terminate(tree) }
    }
    settings.cb_info = Unmanaged.passUnretained(counter).toOpaque()
    let ended = withExtendedLifetime(counter) { glp_intopt(problem, &settings) }
    guard ended == 0 || ended == GLP_ESTOP, [GLP_OPT, GLP_FEAS].contains(glp_mip_status(problem)) else { return nil }
    return Solution(
      aim: glp_mip_obj_val(problem), values: (0..<columns).map { glp_mip_col_val(problem, Int32($0 + 1)) },
      isProved: ended == 0 && glp_mip_status(problem) == GLP_OPT)
  }

  private func setAim(_ sense: Sense, _ terms: [(column: Int, coefficient: Int)]) {
    for column in aim { glp_set_obj_coef(problem, column, 0) }
    aim = terms.map { Int32($0.column + 1) }
    for term in terms { glp_set_obj_coef(problem, Int32(term.column + 1), Double(term.coefficient)) }
    glp_set_obj_dir(problem, sense == .least ? GLP_MIN : GLP_MAX)
  }

  /// `isGrown`: rows were added to an answer, which is the best still but for what they forbid.
  private func solve(isGrown: Bool) -> Int32 {
    var settings = glp_smcp()
    glp_init_smcp(&settings)
    settings.msg_lev = GLP_MSG_OFF
    settings.meth = isGrown ? GLP_DUALP : GLP_PRIMAL
    // Nothing asked here takes as many; one that turns in circles must end.
    settings.it_lim = 200_000
    // A basis that became singular, or is not there yet, is made anew; once.
    for _ in 0..<2 {
      if !isWarm { glp_adv_basis(problem, 0) }
      if glp_simplex(problem, &settings) == 0 {
        isWarm = true
        return glp_get_status(problem)
      }
      isWarm = false
    }
    return GLP_UNDEF
  }

  private func kind(_ lower: Double?, _ upper: Double?) -> Int32 {
    switch (lower, upper) {
    case (nil, nil): return GLP_FR
    case (_, nil): return GLP_LO
    case (nil, _): return GLP_UP
    case (let lower?, let upper?): return lower == upper ? GLP_FX : GLP_DB
    }
  }
}
