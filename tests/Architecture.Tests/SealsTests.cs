using System.Text.Json;
using System.Text.Json.Nodes;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Architecture;

/// <summary>What the public log says of each event is decided, event by event.</summary>
public sealed class SealsTests
{
    private static readonly (string Service, Action<EventSeals> Name)[] Services =
    [
        ("registration", Registration.Seals.Of), ("submission", Submission.Seals.Of), ("verification", Verification.Seals.Of),
        ("acceptance", Acceptance.Seals.Of), ("disclosure", Disclosure.Seals.Of), ("workflows", Workflows.Host.Seals.Of),
    ];

    private static readonly EventCatalogue Catalogue = new(RegistryJson.Events, [.. Programs.All]);

    [Fact]
    public void Every_event_of_a_service_is_named_in_its_seals_and_no_other_is()
    {
        foreach (var (service, name) in Services)
        {
            var seals = new EventSeals(service);
            name(seals);
            Assert.Equal(
                Programs.Events.Where(e => e.Alias.Split('.')[0] is var of && (of == service || of == "record")).Select(e => e.Type.Name).Order(StringComparer.Ordinal),
                seals.Named.Select(t => t.Name).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_figures_of_a_year_stand_in_its_leaf_once_it_is_disclosed()
    {
        var seals = new EventSeals("submission");
        Submission.Seals.Of(seals);
        var disclosed = new YearDisclosed(Persona.Named(1), 2025, 1, Persona.Named(2), new(18_000m, 100_000.50m, 0.18m), new(18_600m, 100_000m, CoreTPerTce: null));
        var happened = new Recorded(
            Persona.Named(3), Persona.Named(4), 5, DateTimeOffset.UnixEpoch, "submission.year-disclosed.v1", disclosed, new("", "park", "", "", null), new(1, 1));
        var leaf = seals.Write(new("submission", happened, JsonSerializer.Serialize(disclosed, RegistryJson.Events), Previous: new string('0', 64))).Leaf;
        var figures = JsonNode.Parse(leaf)!["pub"]!.AsObject().Where(fact => fact.Key.StartsWith("reported", StringComparison.Ordinal) || fact.Key.StartsWith("verified", StringComparison.Ordinal));

        Assert.Equal(
            ["reported_core_t_per_tce 0.18", "reported_emissions_t 18000", "reported_energy_tce 100000.5", "verified_emissions_t 18600", "verified_energy_tce 100000"],
            figures.Select(fact => $"{fact.Key} {fact.Value}"));
    }

    [Theory]
    [InlineData("字", 4_000)]
    [InlineData("\"", 1_022)]
    [InlineData("字", 682)]
    [InlineData("\uD83C\uDFED", 100_000)]
    [InlineData("\n", 300_000)]
    public void No_event_fails_for_its_leaf_however_long_its_texts_are(string part, int times)
    {
        foreach (var (service, name) in Services)
        {
            var (seals, texts) = (new EventSeals(service), 0);
            name(seals);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", service == "workflows" ? "WorkflowsHost.Tests" : $"{char.ToUpperInvariant(service[0])}{service[1..]}.Tests", "Approved"), $"{service}.*.json"))
            {
                var alias = Path.GetFileNameWithoutExtension(file);
                var body = JsonNode.Parse(File.ReadAllText(file))!;
                var happened = Longest(alias, body, string.Concat(Enumerable.Repeat(part, times)), ref texts);
                var sealedEvent = seals.Write(new(service, happened, body.ToJsonString(), Previous: new string('0', 64)));
                Assert.True(sealedEvent.Leaf.Length <= Leaf.MostBytes);
                Assert.Equal(happened.Id, LeafHead.Read(sealedEvent.Leaf).Id);
            }

            Assert.True(texts > 0 || service == "submission", $"No event of {service} has a text.");
        }
    }

    [Fact]
    public void Every_text_that_a_command_takes_can_stand_in_a_leaf()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            var text = code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            if (PlainText.Of($"a{text}b") is { } plain)
            {
                _ = LeafJson.Write(JsonValue.Create(plain));
                Assert.Equal(plain, PlainText.Of(plain));
            }
        }
    }

    /// <summary>The event with the text wherever it takes any text, in the body too.</summary>
    private static Recorded Longest(string alias, JsonNode body, string text, ref int texts)
    {
        foreach (var holder in Holders(body).ToArray())
        {
            foreach (var member in holder.Where(m => m.Value?.GetValueKind() == JsonValueKind.String).Select(m => m.Key).ToArray())
            {
                var before = holder[member]!.DeepClone();
                holder[member] = text;
                if (Record.Exception(() => Catalogue.Read(alias, body.ToJsonString())) is null)
                {
                    texts++;
                }
                else
                {
                    holder[member] = before;
                }
            }
        }

        return new(
            Guid.CreateVersion7(), Guid.CreateVersion7(), 2, DateTimeOffset.UnixEpoch, alias, Catalogue.Read(alias, body.ToJsonString()),
            new(text, "verifier", "command", "trace", null), new(1, 1));
    }

    private static IEnumerable<JsonObject> Holders(JsonNode? node) => node switch
    {
        JsonObject named => named.SelectMany(m => Holders(m.Value)).Prepend(named),
        JsonArray list => list.SelectMany(Holders),
        _ => []
    };
}
