using System.Text;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>The story that the record tells: <c>docs/events.md</c>.</summary>
public sealed class EventsPageTests
{
    private const string Head =
        """
        # What can happen

        Every event of the registry under the name it is stored by, with the sentence that became true, written from the code by
        `tests/Architecture.Tests` (`UPDATE_APPROVED=1`). The shape of each is kept as a file in the `Approved` folder of its
        service's tests. **Published** events leave their service as CloudEvents: other services, the public pages and the open data
        live on them. The others stay inside. Who acted, in which role, when and under which request is the envelope of every event
        and not repeated in its body. There is no personal data in events: accounts are ids.
        """;

    [Fact]
    public void Every_event_is_told_on_its_page() => Approved.Matches("docs/events.md", Page());

    [Fact]
    public void Every_event_says_in_a_sentence_what_became_true() =>
        Assert.DoesNotContain(Programs.Events, e => !Documentation.Summary(e.Type).EndsWith('.'));

    private static string Page()
    {
        var page = new StringBuilder(Head);
        foreach (var service in Programs.Events.GroupBy(e => e.Alias.Split('.')[0]))
        {
            page.Append(null, $"\n\n## {service.Key}\n");
            foreach (var (alias, type) in service)
            {
                page.Append(null, $"\n### {alias}\n\n{Documentation.Summary(type)}{(type.IsSubclassOf(typeof(ParkEvent)) ? " **Published.**" : "")}\n");
                Append(page, type);
            }
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, Type type)
    {
        var fields = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();
        page.Append(fields.Length > 0 ? "\n" : "");
        foreach (var field in fields)
        {
            var meaning = Documentation.Parameter(type, field.Name!);
            page.Append(null, $"- `{JsonNamingPolicy.CamelCase.ConvertName(field.Name!)}` {NameOf(field.ParameterType)}{(meaning.Length > 0 ? $": {meaning}" : "")}\n");
        }
    }

    private static string NameOf(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => $"{NameOf(inner)}, or null",
        { IsGenericType: true } => $"list of {NameOf(type.GetGenericArguments()[0])}",
        _ when type == typeof(string) => "text",
        _ when type == typeof(int) || type == typeof(long) => "whole number",
        _ when type == typeof(decimal) => "decimal",
        _ when type == typeof(bool) => "yes or no",
        _ when type == typeof(Guid) => "id",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(DateTimeOffset) => "moment",
        { IsEnum: true } => string.Join(" \\| ", Enum.GetNames(type).Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`")),
        _ => type.Name
    };
}
