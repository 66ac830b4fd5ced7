using System.Text.Json;
using Npgsql;
using PilotRegistry.Messaging;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// What other services published, as messages for the processes: in the transaction that takes the event in, under the event's id.
/// <c>registration.application-submitted.v1</c> is the message <c>application-submitted</c>; its key is the park, or park and year
/// where the service's cases are years.
/// </summary>
public sealed class HeardEvents(Postbox postbox) : ISubscriber
{
    /// <summary>Processes decide on short facts; what is longer is read from the owning service.</summary>
    private const int LongestText = 200;

    /// <summary>Whose events are about one year of a park; others are about the park.</summary>
    private static readonly string[] OfYears = ["/submission", "/verification"];

    private static readonly string[] OfPark = ["name", "province", "city", "managementBodyId", "demo", "constructionEnd"];

    /// <summary>The words of the drawings for what events call otherwise.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal) { ["managementBodyId"] = "organisation", ["bodyId"] = "body" };

    public async Task ApplyAsync(IReadOnlyList<CloudEvent> events, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        foreach (var happened in events) await postbox.PublishAsync(MessageOf(happened), happened.Time, transaction, cancel);
    }

    internal static Message MessageOf(CloudEvent happened)
    {
        var name = happened.Type.Split('.')[1];
        var key = OfYears.Contains(happened.Source) && happened.Data.TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number
            ? $"{happened.Subject}/{year.GetInt32()}"
            : $"{happened.Subject}";
        return new(happened.Id.ToString(), name, key, FactsOf(happened));
    }

    /// <summary>The event's short members, the park's name and place, and <c>case</c>: the stream it happened on.</summary>
    private static Variables FactsOf(CloudEvent happened)
    {
        var facts = happened.Data.EnumerateObject().Where(IsShort).Aggregate(Variables.None, Add);
        if (happened.Data.TryGetProperty("park", out var park) && park.ValueKind == JsonValueKind.Object)
        {
            facts = park.EnumerateObject().Where(member => OfPark.Contains(member.Name) && IsShort(member)).Aggregate(facts, Add);
        }

        return facts.With("park", FeelValue.Of(happened.Subject.ToString())).With("case", FeelValue.Of(happened.StreamId.ToString()));
    }

    private static bool IsShort(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String => member.Value.GetString()!.Length <= LongestText,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => true,
        _ => false
    };

    private static Variables Add(Variables facts, JsonProperty member) => facts.With(Words.GetValueOrDefault(member.Name, member.Name), member.Value.Deserialize<FeelValue>()!);
}
