namespace PilotRegistry.Methodology;

/// <summary>Where a value stands: a JSON pointer that is put together only when something is wrong there.</summary>
/// <param name="At">The line, a pointer without its first slash.</param>
internal readonly record struct Place(string At, string Member)
{
    public static implicit operator string(Place place) => $"/{place.At}/{place.Member}";
}
