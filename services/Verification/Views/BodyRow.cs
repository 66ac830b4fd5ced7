using PilotRegistry.EventStore;

namespace PilotRegistry.Verification.Views;

/// <summary>An accredited body.</summary>
public sealed record BodyRow(string Name, string Scope, DateOnly ValidUntil, bool Demo)
{
    public static readonly View<BodyRow> View = new(
        "bodies", BodyState.Stream.Name,
        (row, recorded) => recorded.Event is BodyAccredited e ? new(e.Name, e.Scope, e.ValidUntil, e.Demo) : row);
}
