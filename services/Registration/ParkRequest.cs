using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration;

/// <summary>The basic facts of a park as an applicant states them.</summary>
public sealed record ParkRequest(
    [Required, StringLength(80, MinimumLength = 2)] string Name,
    [Required, RegularExpression("[1-9][0-9]{5}")] string Province,
    [Required, MaxLength(40)] string City,
    ParkScope Scope,
    [Range(2020, 2060)] int ConstructionStart,
    [Range(2020, 2060)] int ConstructionEnd,
    [Range(typeof(decimal), "3", "54", ParseLimitsInInvariantCulture = true)] decimal Latitude,
    [Range(typeof(decimal), "73", "136", ParseLimitsInInvariantCulture = true)] decimal Longitude,
    [Required, MaxLength(60)] string IndustryGroup,
    [Required, MaxLength(2000)] string FourBounds,
    IReadOnlyList<Target> Targets,
    JsonElement? Boundary = null,
    bool Demo = false) : IValidatableObject
{
    /// <summary>The first list's base year; the outline fixes it for all applications (附件2, 3).</summary>
    public const int BaseYear = 2025;

    /// <summary>A boundary of more than this is a survey, not a boundary.</summary>
    private const int MostBoundaryCharacters = 200_000;

    public ParkFacts ToFacts(Guid managementBody) => new(
        Name.Trim(), Province, City.Trim(), Scope, ConstructionStart, ConstructionEnd, Latitude, Longitude, IndustryGroup.Trim(),
        managementBody, FourBounds.Trim(), Boundary, BaseYear, [.. Targets.OrderBy(t => t.Year)], Demo);

    /// <summary>Rules that look at more than one field.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. CheckPlaceAndTime(Province, ConstructionStart, ConstructionEnd), .. CheckTargets(), .. CheckBoundary(Boundary)];

    internal static IEnumerable<ValidationResult> CheckPlaceAndTime(string province, int start, int end)
    {
        if (end < start)
        {
            yield return new(ValidationRule.Say("end-before-start", "The construction period must not end before it starts.", "建设周期的结束年份不得早于开始年份。"), [nameof(ConstructionEnd)]);
        }

        if (!Provinces.All.ContainsKey(province))
        {
            yield return new(ValidationRule.Say("unknown-province", "There is no province with this code.", "没有这个省级行政区划代码。"), [nameof(Province)]);
        }
    }

    private IEnumerable<ValidationResult> CheckTargets()
    {
        if (Targets is not { Count: > 0 and <= 20 } || Targets.DistinctBy(t => t.Year).Count() != Targets.Count)
        {
            yield return new(ValidationRule.Say("targets-missing", "Give one target for each year, at least one and at most twenty.", "请逐年填写目标，每年一个，至少一个，最多二十个。"), [nameof(Targets)]);
        }
        else if (Targets.Any(t => t.Core is < 0 or > 10 || t.Year < BaseYear || t.Year > 2060))
        {
            yield return new(ValidationRule.Say("target-out-of-range", "A target lies between 0 and 10 t/tce, in a year from 2025 to 2060.", "目标值应在 0 至 10 吨/吨标准煤之间，年份在 2025 至 2060 年之间。"), [nameof(Targets)]);
        }
    }

    internal static IEnumerable<ValidationResult> CheckBoundary(JsonElement? given)
    {
        if (given is { } boundary && !GeoJson.IsArea(boundary, MostBoundaryCharacters))
        {
            yield return new(ValidationRule.Say("boundary-not-geojson", "The boundary must be a GeoJSON Polygon or MultiPolygon of closed rings, with type and coordinates only.", "边界应为 GeoJSON 的 Polygon 或 MultiPolygon，各环首尾闭合，只含 type 和 coordinates。"), [nameof(Boundary)]);
        }
    }
}
