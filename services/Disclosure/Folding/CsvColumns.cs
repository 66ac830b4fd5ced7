using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>The columns of the open data. New ones are added at the end; none is ever renamed.</summary>
internal static class CsvColumns
{
    public static readonly IReadOnlyList<string> Parks =
    [
        "id", "listNumber", "name", "provinceAdcode", "provinceName", "city", "scope", "constructionStart", "constructionEnd",
        "stage", "latitude", "longitude", "industryGroup", "demo", "coreValue", "coreTarget", "coreVerdict", "disclosedYears",
        "batch",
    ];

    public static readonly IReadOnlyList<string> Years =
    [
        "parkId", "parkName", "demo", "year", "version", "disclosedAt", "verificationId", "bodyName", "opinion", "assurance",
        .. ResultColumns.Select(c => "reported" + c), .. ResultColumns.Select(c => "verified" + c), "rulePack", "rulePackHash", "hourlyMatchedShare", "hourlyCoverage", "hourlyFile",
        "provinceAdcode", "industryGroup", "bodyId", "coreTarget",
    ];

    /// <summary>As <c>events.jsonl</c> has them, title and facts spelt out in one cell each.</summary>
    public static readonly IReadOnlyList<string> Events =
        ["eventId", "at", "type", "parkId", "parkName", "demo", "titleZh", "titleEn", "actor", "facts", "logIndex"];

    public static readonly IReadOnlyList<string> Disputes =
    [
        "number", "parkId", "parkName", "demo", "year", "version", "figure", "state", "raisedAt", "triageDueOn", "triagedAt", "respondent",
        "answerDueOn", "answeredAt", "conclusionDueOn", "concludedAt", "correctedByVersion", "correctedAt",
    ];

    /// <summary>Money in 万元.</summary>
    public static readonly IReadOnlyList<string> KeyProjects =
    [
        "parkId", "parkName", "demo", "provinceAdcode", "number", "name", "body", "content", "investmentWanYuan", "fromYear", "toYear", "plan", "meaning",
        "state", "investedWanYuan", "investedShare", "asOf", "lateFrom", "commissionedLate", "reports", "lastEventId",
    ];

    /// <summary>t CO2; tce; shares of 1; the core indicator in t CO2/tce.</summary>
    private static IReadOnlyList<string> ResultColumns =>
    [
        "Fuel", "Conversion", "Electricity", "Heat", "Process", "Total", "Tce", "CleanTce", "DirectSupplyShare",
        "Core", "CoreVerdict", "CleanEnergy", "UnitProducts", "SolidWaste", "WasteEnergy", "Water",
    ];

    public static IReadOnlyList<object?> Park(ParkItem p) =>
    [
        p.Id, p.ListNumber, p.Name, p.Province.Adcode, p.Province.Name, p.City, Code(p.Scope), p.ConstructionStart, p.ConstructionEnd,
        Code(p.Stage), p.Latitude, p.Longitude, p.IndustryGroup, p.Demo, p.CoreValue, p.CoreTarget, Code(p.CoreVerdict),
        string.Join(' ', p.DisclosedYears), p.Batch,
    ];

    public static IReadOnlyList<object?> Year(ParkItem park, YearPage y) =>
    [
        park.Id, park.Name, park.Demo, y.Year, y.Version, y.DisclosedAt, y.Statement?.VerificationId, y.Statement?.BodyName,
        Code(y.Statement?.Opinion), Code(y.Statement?.Assurance), .. Values(y.Reported), .. Values(y.Verified),
        $"{y.Reported.RulePacks[0].Id}@{y.Reported.RulePacks[0].Version}", y.Reported.RulePacks[0].Hash,
        y.Matching?.Result.Share, y.Matching?.Result.Coverage, y.Matching?.Sha256,
        park.Province.Adcode, park.IndustryGroup, y.Statement?.BodyId, Of(y.Verified ?? y.Reported, "core")?.Target,
    ];

    public static IReadOnlyList<object?> Event(EventLine e) =>
    [
        e.EventId, e.At, e.Type, e.ParkId, e.ParkName, e.Demo, e.Title.Zh, e.Title.En, e.Actor, JsonSerializer.Serialize(e.Facts, RegistryJson.Http), e.LogIndex,
    ];

    public static IReadOnlyList<object?> KeyProject(ParkItem park, KeyProjectItem p) =>
    [
        park.Id, park.Name, park.Demo, park.Province.Adcode, p.Number, p.Name, p.Body, p.Content, p.InvestmentWanYuan, p.FromYear, p.ToYear, p.Plan, p.Meaning,
        Code(p.State), p.InvestedWanYuan, p.InvestedShare, p.AsOf, p.LateFrom, p.CommissionedLate, p.Reports.Count, p.Reports is [.., var last] ? last.EventId : null,
    ];

    private static IEnumerable<object?> Values(Result? result) => result is null
        ? ResultColumns.Select(_ => (object?)null)
        :
        [
            result.Emissions.Fuel, result.Emissions.Conversion, result.Emissions.Electricity, result.Emissions.Heat,
            result.Emissions.Process, result.Emissions.Total, result.Energy.Tce, result.Energy.CleanTce, result.DirectSupplyShare,
            Of(result, "core")?.Value, Code(Of(result, "core")?.Verdict), Of(result, "cleanEnergy")?.Value,
            Of(result, "unitProducts")?.Value, Of(result, "solidWaste")?.Value, Of(result, "wasteEnergy")?.Value, Of(result, "water")?.Value,
        ];

    private static Indicator? Of(Result result, string id) => result.Indicators.FirstOrDefault(i => i.Id == id);

    /// <summary>A code as JSON writes it.</summary>
    public static string? Code<T>(T value) => JsonSerializer.SerializeToElement(value, RegistryJson.Http).GetString();
}
