using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>From a date on, new instances of a process run on this file.</summary>
/// <param name="Province">Whose file it is; null for the whole country.</param>
/// <param name="Sha256">Of the file's text, in hex.</param>
[StoredAs("workflows.definition-published.v1")]
public sealed record DefinitionPublished(string Process, string? Province, string Sha256, DateTimeOffset ValidFrom) : DomainEvent;

/// <summary>Which files were published for a process, for the country or a province. One stream for each.</summary>
/// <param name="Latest">What was published last; null before.</param>
public sealed record DefinitionState(DefinitionPublished? Latest)
{
    public static readonly StreamType<DefinitionState> Stream = new("definition", new((DefinitionPublished?)null), Evolve);

    public static Guid IdOf(string process, string? province) => StableId.Of("definition", process, province ?? "");

    public static DefinitionState Evolve(DefinitionState state, DomainEvent happened) => happened switch
    {
        DefinitionPublished e => new(e),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a definition stream.")
    };
}
