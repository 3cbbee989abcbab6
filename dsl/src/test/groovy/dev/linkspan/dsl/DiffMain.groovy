package dev.linkspan.dsl
class DiffMain { static void main(String[] a) {
  int from = a[0] as int, to = a[1] as int; int bad=0, both=0, throwsBoth=0, refused=0
  for (s in from..to) { def p = new ProgramWriter(s).write(); def o, g, oe, ge
    try { o = SpecTexts.evaluated(p) } catch (Throwable e) { oe = e }
    try { g = SameAsGroovySpec.real(p) } catch (Throwable e) { ge = e }
    if (oe == null && ge == null && o == g) both++
    else if (oe && ge) { throwsBoth++; if (bad < 3 && throwsBoth < 4) println "BOTH THROW $s: ${oe} / ${ge.message?.readLines()?.take(3)}" }
    else { bad++; if (bad <= (a[2] as int)) println "---- seed $s\n$p\nours   $o ${oe ?: ''} ${oe?.stackTrace?.take(3)}\ngroovy $g ${ge ?: ''}" } }
  println "same $both bothThrow $throwsBoth different $bad" } }
