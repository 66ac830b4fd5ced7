using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workbook;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// A steam bill as heat: tonnes at a pressure and a temperature become GJ by the same formula as in the workbook (IAPWS-IF97, less
/// water at 20 °C). Nothing is saved; the form keeps what was entered in the line's note.
/// </summary>
public static class ConvertSteam
{
    /// <param name="Tonnes">t.</param>
    /// <param name="Pressure">MPa; may be left out of saturated steam.</param>
    /// <param name="Gauge">Whether the pressure is what a gauge shows, above the standard atmosphere of 0.101325 MPa; absolute otherwise.</param>
    /// <param name="Temperature">°C; may be left out of saturated steam.</param>
    public sealed record Request(decimal? Tonnes, decimal? Pressure = null, bool Gauge = false, decimal? Temperature = null);

    /// <param name="AbsolutePressure">MPa.</param>
    /// <param name="Enthalpy">kJ/kg of the steam.</param>
    /// <param name="FeedWater">kJ/kg of water at 20 °C, which is taken off.</param>
    public sealed record Heat(decimal Gj, decimal GjPerTonne, decimal? AbsolutePressure, decimal Enthalpy, decimal FeedWater);

    public static void MapConvertSteam(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions/steam", Handle)
        .RequireAuthorization("Insider")
        .WithName(nameof(ConvertSteam))
        .WithSummary("What heat tonnes of steam bring")
        .Produces<Heat>();

    private static IResult Handle(Request request) => Convert(request) switch
    {
        (var heat, []) => Results.Json(heat, RegistryJson.Http),
        var (_, problems) => problems.ToHttp()
    };

    public static (Heat? Heat, IReadOnlyList<InputProblem> Problems) Convert(Request request)
    {
        var absolute = request.Pressure is { } shown && request.Gauge ? shown + SteamHeat.Atmosphere : request.Pressure;
        InputProblem[] problems =
        [
            .. request.Tonnes is null ? [Missing("/tonnes", "请填写蒸汽量（t）。", "Enter the tonnes of steam.")] : Array.Empty<InputProblem>(),
            .. NotANumberOfSteam("/tonnes", request.Tonnes, MostTonnes),
            .. NotANumberOfSteam("/pressure", request.Pressure, MostPressure),
            .. NotANumberOfSteam("/temperature", request.Temperature, MostTemperature),
            .. (request.Pressure, request.Temperature) is (null, null)
                ? [Missing("/pressure", "请填写压力和温度；饱和蒸汽填其中一项。", "Enter pressure and temperature; for saturated steam one of them.")]
                : Array.Empty<InputProblem>(),
        ];
        if (problems is not []) return (null, problems);
        return SteamHeat.Of(absolute, request.Temperature) is { } steam && NumberText.TryParse(steam.Gj(NumberText.Format(request.Tonnes!.Value)), out var gj)
            ? (new(gj, steam.GjPerTonne, absolute, steam.Enthalpy, Steam.FeedWater), [])
            : (null, [new(request.Pressure is null ? "/temperature" : "/pressure", "steam-state-impossible", NoSteam(request))]);
    }

    /// <summary>MPa and °C: what the formula covers. Tonnes: more than any park makes, and far from the limits of a decimal.</summary>
    private const decimal MostPressure = 100, MostTemperature = 800, MostTonnes = 1_000_000_000_000;

    private static Wording NoSteam(Request request) => request is { Pressure: not null, Temperature: not null }
        ? new(
            "这一压力和温度下是水，不是蒸汽：请核对压力单位（MPa）、是表压还是绝压，以及温度。",
            "At this pressure and temperature it is water: check the unit (MPa), gauge or absolute, and the temperature.")
        : new(
            "没有这样的饱和蒸汽（最高 350 ℃、16.5 MPa）：过热蒸汽请同时填写压力和温度。",
            "There is no such saturated steam (at most 350 °C, 16.5 MPa): enter both pressure and temperature of superheated steam.");

    private static InputProblem Missing(string pointer, string zh, string en) => new(pointer, "missing", new(zh, en));

    private static IEnumerable<InputProblem> NotANumberOfSteam(string pointer, decimal? value, decimal most)
    {
        if (value is not { } number) yield break;
        if (number < 0)
        {
            yield return new(pointer, "negative", new("不能为负数。", "Not negative."));
        }
        else if (number > most)
        {
            yield return new(pointer, "out-of-range", new($"不大于 {most}：请核对数值和单位（t、MPa、℃）。", $"At most {most}: check the number and its unit (t, MPa, °C)."));
        }
        else if (!NumberText.FitsDigits(number))
        {
            yield return new(pointer, "too-many-digits", new(
                $"有效数字超过 {NumberText.MaxSignificantDigits} 位：请按计量精度四舍五入。",
                $"More than {NumberText.MaxSignificantDigits} significant digits: round to what was measured."));
        }
    }
}
