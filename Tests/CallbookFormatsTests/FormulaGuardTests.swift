import CallbookFormats
import Testing

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    ("=SUM(1+1)", "'=SUM(1+1)"), ("+86 199", "'+86 199"), ("-1", "'-1"), ("@cmd", "'@cmd"),
    ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"), ("''+1", "'''+1"), ("", ""), ("a=b", "a=b"),
    ("'quoted'", "'quoted'"), ("王", "王"), ("'", "'"),
  ])
  func `what a spreadsheet would run is neutralised and comes back`(
    cell: String, neutralised: String
  ) {
    #expect(FormulaGuard.neutralised(cell) == neutralised)
    #expect(FormulaGuard.restored(neutralised) == cell)
  }

  @Test func `nothing neutralised begins with what a spreadsheet runs`() {
    for first in ["=", "+", "-", "@", "\t", "\r"] {
      #expect(FormulaGuard.neutralised(first + "x").first == "'")
    }
  }
}
