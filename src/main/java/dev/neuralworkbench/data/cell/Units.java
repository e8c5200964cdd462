package dev.neuralworkbench.data.cell;

import java.util.HashMap;
import java.util.Map;

/**
 * Units that people write behind a number, {@code 12 kg}, and currencies before or behind it. A
 * list, not any word: {@code 3 May} is a day. Multipliers such as {@code 5k} and {@code 2.1M} are
 * not in it, since the number is another one without them.
 */
final class Units {

  private static final int LONGEST = 8;

  private static final Map<String, String> CURRENCIES =
      named(
          """
          $, ＄; €; £; ¥, ￥; ¢; ₹; ₽, руб, руб.; ₩; ₺; ₪; ₫; ₴; ฿; ₱; ₦; zł; Kč; kr, kr.; US$; A$; C$
          R$; HK$; NT$; S$; Rs, Rs.; Fr.; EUR; USD; GBP; CHF; JPY; CNY; RMB; INR; CAD; AUD; NZD; SEK
          NOK; DKK; PLN; CZK; HUF; RON; TRY; BRL; MXN; ZAR; SGD; HKD; TWD; KRW; RUB; AED; ILS; THB
          """);

  /** A unit a group: its name, then other ways to write it. */
  private static final Map<String, String> OTHERS =
      named(
          """
          %, pct, percent, ％; ‰; kg, Kg, KG, kgs, 公斤, 千克; g, gr, gram, grams, 克; mg; µg, μg, ug
          t, ton, tons, tonnes, 吨; lb, lbs, LB, LBS, pounds; oz; m, meter, meters, metres, 米; nm
          cm, CM, 厘米; mm, MM, 毫米; µm, μm, um; km, Km, KM, 公里, 千米; in, inch, inches; ft, feet
          yd, yards; mi, mile, miles; m², m2, sqm, 平方米, 平米; cm², cm2; km², km2, 平方公里; ha
          ft², ft2, sqft; acre, acres; l, L, liter, liters, litres, 升; ml, mL, ML, 毫升; cl; dl, dL
          m³, m3, 立方米; cm³, cm3; cc, CC; gal, gallons; s, sec, secs, seconds, 秒; ms; µs, μs, us; ns
          min, mins, minutes, 分钟; h, hr, hrs, hour, hours, 小时; d, day, days, 天; week, weeks, 周
          month, months, 个月; yr, yrs, year, years, 年; 岁; 人; 个; 件; 次; 元; 万元; 亿元; pcs; px
          °C, ℃, C; °F, ℉, F; °, deg; km/h, kmh, kph; m/s; mph; kn, knots; kmpl; mpg; ppm; ppb
          W; kW, KW; MW; GW; Wh; kWh, KWh, KWH; MWh; GWh; J; kJ; MJ; cal; kcal; hp, HP; PS; bhp
          V; mV; kV; A; mA; mAh; Ah; Ω, ohm, ohms; kΩ; Pa; hPa; kPa; MPa; bar; mbar; psi; mmHg; rpm
          Hz; kHz; MHz; GHz; KB, kB; MB; GB; TB; kbps; Mbps; Gbps; bpm; N; Nm; dB; lm; lx; g/cm³, g/cm3
          mg/l, mg/L; mg/dl, mg/dL; g/dl, g/dL; mmol/l, mmol/L; µg/m³, μg/m³, µg/m3, ug/m3; kg/m², kg/m2
          """);

  /** Units of one letter that stand right behind the digits; others need a blank, as a seat. */
  private static final String ATTACHED = "gmshlt";

  /** Chinese characters are beyond it, and Latin and Greek letters are not. */
  private static final char FIRST_WITHOUT_CASE = '\u2000';

  private Units() {}

  private static Map<String, String> named(String groups) {
    var names = new HashMap<String, String>();
    for (var group : groups.strip().split("[;\n]", -1)) {
      var spellings = group.strip().split(", ", -1);
      for (var spelling : spellings) {
        names.put(spelling, spellings[0]);
      }
    }
    return Map.copyOf(names);
  }

  /** How many of the last characters are a unit; 0 for none. */
  static int behind(char[] text, int from, int to) {
    for (var length = Math.min(LONGEST, to - from - 1); length > 0; length--) {
      var start = to - length;
      var before = text[start - 1];
      var mayBegin =
          WrittenNumber.isBlank(before)
              || (!Character.isLetter(before) && (length > 1 || isAttached(text[start])));
      if (mayBegin && !name(text, start, length).isEmpty()) {
        return length;
      }
    }
    return 0;
  }

  private static boolean isAttached(char unit) {
    return ATTACHED.indexOf(unit) >= 0 || unit >= FIRST_WITHOUT_CASE || !Character.isLetter(unit);
  }

  /** How many of the first characters are a currency; 0 for none. */
  static int before(char[] text, int from, int to) {
    var length = Math.min(LONGEST, to - from - 1);
    while (length > 0 && !CURRENCIES.containsKey(new String(text, from, length))) {
      length--;
    }
    return Math.max(0, length);
  }

  /** The usual name of a unit; empty for what is none. */
  static String name(char[] text, int start, int length) {
    var written = new String(text, start, length);
    return OTHERS.getOrDefault(written, CURRENCIES.getOrDefault(written, WrittenNumber.NO_UNIT));
  }
}
