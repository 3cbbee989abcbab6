package dev.linkspan.dsl
import java.nio.file.*
class NestMain { static void main(String[] a) {
  def show = { n, t -> def d = Files.createTempDirectory('h'); long t0 = System.nanoTime(); def l = SpecTexts.load(d, t); long ms = (System.nanoTime()-t0).intdiv(1000000)
    def f = l.diagnostics().all(); println "$n: $ms ms — ${f.take(2).collect { it.id()+' '+it.summary() + ' / ' + it.remedy() + ' @' + it.source().get().line() + ':' + it.source().get().column() }}" }
  show('warm', 'def x = 1')
  if (a[0] == 'named') show('named', "f a: 1, b: 2\n" * 30_000)
  if (a[0] == 'plain') show('plain', "project('a') { aws('us-east-1') { endpoint 'x' } }\n" * 7_500)
  if (a[0] == 'plain5') show('plain', "project('a') { aws('us-east-1') { endpoint 'x' } }\n" * 5_000)
  if (a[0] == 'numbers') show('numbers', 'def x = [' + '1,' * 190_000 + '1]')
} }
