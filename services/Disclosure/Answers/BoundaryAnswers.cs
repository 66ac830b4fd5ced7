using System.Text.Json;

namespace PilotRegistry.Disclosure.Answers;

/// <summary>The park's boundary as it was registered from one event on, until the next version.</summary>
/// <param name="Number">Counted from 1; only what differs from the version before, in words or outline, is a version.</param>
/// <param name="EventId">What registered it.</param>
/// <param name="At">When it was recorded here.</param>
/// <param name="Type">The stored alias of that event: an application, a list or an approved change.</param>
/// <param name="ValidFrom">The first accounting year it applies to; null where it says none, then it applies from the beginning.</param>
/// <param name="FourBounds">四至边界 in words.</param>
/// <param name="Geometry">GeoJSON geometry, WGS 84; null when none was drawn.</param>
/// <param name="AreaKm2">Of the outline on the ellipsoid, in km², to four decimals; null without one.</param>
/// <param name="Document">The document that decided it; null where a park only applied.</param>
/// <param name="PublishedOn">The date of that document.</param>
/// <param name="Reasons">Of that decision.</param>
public sealed record BoundaryVersion(
    int Number, Guid EventId, DateTimeOffset At, string Type, int? ValidFrom, string? FourBounds, JsonElement? Geometry, decimal? AreaKm2,
    string? Document, DateOnly? PublishedOn, string? Reasons);

/// <summary>Which boundary a year's data stand on.</summary>
/// <param name="Registered">The registered version that applies to the year; null when none does.</param>
/// <param name="Stated">The version that the park's data name; null when they name none.</param>
public sealed record YearBoundary(int? Registered, int? Stated);
