package dev.linkspan.dsl
import java.nio.file.*
class HostMain { static void main(String[] a) {
  Tables.entries(a[0]).each { n, e, t -> def d = Files.createTempDirectory('h'); long t0 = System.nanoTime(); def l = SpecTexts.load(d, t); long ms = (System.nanoTime()-t0).intdiv(1000000)
    def f = l.diagnostics().all(); def got = f ? f.first().id() + ':' + f.first().source().get().line() : 'none'
    if (got != e || ms > 1500) println "$n: expected $e got $got $ms ms — ${f.collect { it.summary() + ' / ' + it.remedy() + ' @' + it.source().get().line() + ':' + it.source().get().column() }}" } } }
