using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

[JsonConverter(typeof(CodeConverter<DifferenceKind>))]
public enum DifferenceKind { Added, Removed, Changed }

/// <summary>One value in which two versions of a year differ.</summary>
/// <param name="Kind">Added and removed lines are told value by value.</param>
/// <param name="Pointer">Into the newer version; into the older one for what was removed.</param>
/// <param name="List">The list or object that holds it, e.g. <c>fuels</c>.</param>
/// <param name="Line">The codes that name its line, e.g. fuel NG, use terminal; empty outside lists.</param>
/// <param name="Member">What of the line differs; empty when a line of codes alone came or went.</param>
/// <param name="Unit">Of both values; null where they have none.</param>
public sealed record Difference(
    DifferenceKind Kind, string Pointer, string List, IReadOnlyDictionary<string, string> Line, string Member, string? Old, string? New, string? Unit);
