namespace PilotRegistry.Workbook;

/// <summary>
/// Enthalpy of steam by the industrial formulation of the properties of water and steam, IAPWS-IF97: region 2 (steam up to 800 °C),
/// the saturation line and the boundary to region 3. Tests hold it against the values that the release itself prints.
/// </summary>
public static class Steam
{
    /// <summary>
    /// kJ/kg of water at 20 °C, which the national accounting guides for enterprises take off (企业温室气体排放核算方法与报告指南,
    /// 蒸汽热量折算); mark S.
    /// </summary>
    public const decimal FeedWater = 83.74m;

    private const double GasConstant = 0.461526, Zero = 273.15, Hottest = 1073.15, Region3From = 623.15, Region3Until = 863.15, Highest = 100;

    /// <summary>A meter shows saturated steam a little off the line.</summary>
    private const double OffTheLine = 1.0;

    private static readonly double[] Saturation =
    [
        0.11670521452767e4, -0.72421316703206e6, -0.17073846940092e2, 0.12020824702470e5, -0.32325550322333e7,
        0.14915108613530e2, -0.48232657361591e4, 0.40511340542057e6, -0.23855557567849, 0.65017534844798e3,
    ];

    /// <summary>Exponent of τ, coefficient.</summary>
    private static readonly (int J, double N)[] Ideal =
    [
        (0, -0.96927686500217e1), (1, 0.10086655968018e2), (-5, -0.56087911283020e-2), (-4, 0.71452738081455e-1), (-3, -0.40710498223928),
        (-2, 0.14240819171444e1), (-1, -0.43839511319450e1), (2, -0.28408632460772), (3, 0.21268463753307e-1),
    ];

    /// <summary>Exponents of π and of τ − 0.5, coefficient.</summary>
    private static readonly (int I, int J, double N)[] Residual =
    [
        (1, 0, -0.17731742473213e-2), (1, 1, -0.17834862292358e-1), (1, 2, -0.45996013696365e-1), (1, 3, -0.57581259083432e-1),
        (1, 6, -0.50325278727930e-1), (2, 1, -0.33032641670203e-4), (2, 2, -0.18948987516315e-3), (2, 4, -0.39392777243355e-2),
        (2, 7, -0.43797295650573e-1), (2, 36, -0.26674547914087e-4), (3, 0, 0.20481737692309e-7), (3, 1, 0.43870667284435e-6),
        (3, 3, -0.32277677238570e-4), (3, 6, -0.15033924542148e-2), (3, 35, -0.40668253562649e-1), (4, 1, -0.78847309559367e-9),
        (4, 2, 0.12790717852285e-7), (4, 3, 0.48225372718507e-6), (5, 7, 0.22922076337661e-5), (6, 3, -0.16714766451061e-10),
        (6, 16, -0.21171472321355e-2), (6, 35, -0.23895741934104e2), (7, 0, -0.59059564324270e-17), (7, 11, -0.12621808899101e-5),
        (7, 25, -0.38946842435739e-1), (8, 8, 0.11256211360459e-10), (8, 36, -0.82311340897998e1), (9, 13, 0.19809712802088e-7),
        (10, 4, 0.10406965210174e-18), (10, 10, -0.10234747095929e-12), (10, 14, -0.10018179379511e-8), (16, 29, -0.80882908646985e-10),
        (16, 50, 0.10693031879409), (18, 57, -0.33662250574171), (20, 20, 0.89185845355421e-24), (20, 35, 0.30629316876232e-12),
        (20, 48, -0.42002467698208e-5), (21, 21, -0.59056029685639e-25), (22, 53, 0.37826947613457e-5), (23, 39, -0.12768608934681e-14),
        (24, 26, 0.73087610595061e-28), (24, 40, 0.55414715350778e-16), (24, 58, -0.94369707241210e-6),
    ];

    /// <summary>
    /// kJ/kg of steam, to 0.001; of saturated steam when only one is given. Null where there is no steam, and beyond the formula.
    /// </summary>
    /// <param name="pressure">Absolute, MPa.</param>
    /// <param name="temperature">°C.</param>
    public static decimal? Enthalpy(decimal? pressure, decimal? temperature) => (pressure, temperature) switch
    {
        ({ } p, { } t) => Superheated((double)p, (double)t + Zero),
        ({ } p, null) => Saturated((double)p),
        (null, { } t) when Covers((double)t + Zero) => Saturated(SaturationPressure((double)t + Zero)),
        _ => null
    };

    /// <summary>kJ/kg in region 2, wherever it is asked for.</summary>
    /// <param name="pressure">MPa.</param>
    /// <param name="kelvin">Absolute temperature.</param>
    internal static double Region2(double pressure, double kelvin)
    {
        var tau = 540 / kelvin;
        var ideal = Ideal.Sum(term => term.N * term.J * Math.Pow(tau, term.J - 1));
        var residual = Residual.Sum(term => term.J == 0 ? 0 : term.N * Math.Pow(pressure, term.I) * term.J * Math.Pow(tau - 0.5, term.J - 1));
        return GasConstant * kelvin * tau * (ideal + residual);
    }

    internal static double SaturationPressure(double kelvin)
    {
        var n = Saturation;
        var t = kelvin + (n[8] / (kelvin - n[9]));
        var (a, b, c) = ((t * t) + (n[0] * t) + n[1], (n[2] * t * t) + (n[3] * t) + n[4], (n[5] * t * t) + (n[6] * t) + n[7]);
        return Math.Pow(2 * c / (-b + Math.Sqrt((b * b) - (4 * a * c))), 4);
    }

    internal static double SaturationTemperature(double pressure)
    {
        var (n, beta) = (Saturation, Math.Pow(pressure, 0.25));
        var (e, f, g) = ((beta * beta) + (n[2] * beta) + n[5], (n[0] * beta * beta) + (n[3] * beta) + n[6], (n[1] * beta * beta) + (n[4] * beta) + n[7]);
        var d = 2 * g / (-f - Math.Sqrt((f * f) - (4 * e * g)));
        return (n[9] + d - Math.Sqrt(Math.Pow(n[9] + d, 2) - (4 * (n[8] + (n[9] * d))))) / 2;
    }

    private static decimal? Saturated(double pressure) =>
        pressure >= SaturationPressure(Zero) && pressure <= SaturationPressure(Region3From) ? Shown(Region2(pressure, SaturationTemperature(pressure))) : null;

    private static decimal? Superheated(double pressure, double kelvin)
    {
        if (pressure <= 0 || pressure > Highest || kelvin < Zero || kelvin > Hottest) return null;
        if (kelvin <= Region3From + OffTheLine && pressure <= SaturationPressure(Region3From))
        {
            var line = SaturationTemperature(Math.Max(pressure, SaturationPressure(Zero)));
            if (kelvin < line - OffTheLine) return null;
            if (kelvin < line) return Saturated(pressure);
        }
        else if (kelvin <= Region3From || (kelvin < Region3Until && pressure > Region3Boundary(kelvin)))
        {
            return null;
        }

        return Shown(Region2(pressure, kelvin));
    }

    private static bool Covers(double kelvin) => kelvin is >= Zero and <= Region3From;

    private static double Region3Boundary(double kelvin) => 0.34805185628969e3 - (0.11671859879975e1 * kelvin) + (0.10192970039326e-2 * kelvin * kelvin);

    private static decimal Shown(double enthalpy) => Math.Round((decimal)enthalpy, 3, MidpointRounding.AwayFromZero);
}
