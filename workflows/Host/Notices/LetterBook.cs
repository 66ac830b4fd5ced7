using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Mail;

namespace PilotRegistry.Workflows.Host;

/// <summary>Writes letters: a notice by its kind's text, several by the day's.</summary>
public sealed class LetterBook(EventDatabase database, TaskWords words, IConfiguration configuration)
{
    private const string Digest = "digest", Items = "[items]";

    private sealed record Notice(Guid Instance, string Template, string? Name, string? BusinessKey, Guid? Task, string? Process, string? Node, DateTimeOffset? Due);

    private string Address => configuration["Auth:Issuer"]!.TrimEnd('/');

    /// <summary>The text of a kind, or null where there is none.</summary>
    internal static string? Template(string kind, string language)
    {
        using var stream = typeof(LetterBook).Assembly.GetManifestResourceStream($"letters/{kind}.{language}.txt");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The letter; or why there is none: all that it would ask for is done meanwhile, or a drawing tells something that there are no words for.</summary>
    /// <param name="reader">The name of whom it is for.</param>
    public async Task<(LetterText? Text, string? Reason)> WriteAsync(Guid letter, bool daily, string reader, string language, CancellationToken cancel)
    {
        var (open, texts) = (await OpenAsync(letter, cancel), new List<(LetterText Text, string Link)>());
        foreach (var notice in open.Where(each => Template(each.Template, language) is not null))
        {
            var values = await ValuesAsync(notice, reader, language, cancel);
            texts.Add((Fill(notice.Template, language, values), values["link"]!));
        }

        if (texts.Count == 0) return (null, open.Count == 0 ? "done-already" : "no-text");
        if (!daily) return (texts[0].Text, null);
        var day = Fill(Digest, language, new() { ["reader"] = reader, ["count"] = $"{texts.Count}", ["desk"] = $"{Address}/desk/notices" });
        return (day with { Text = day.Text.Replace(Items, string.Join("\n\n", texts.Select(each => $"- {each.Text.Subject}\n  {each.Link}")), StringComparison.Ordinal) }, null);
    }

    private static LetterText Fill(string kind, string language, Dictionary<string, string?> values) =>
        LetterText.Fill(Template(kind, language) ?? throw new InvalidOperationException($"There is no letter {kind} in {language}."), values);

    private async Task<Dictionary<string, string?>> ValuesAsync(Notice notice, string reader, string language, CancellationToken cancel)
    {
        var told = await words.OfAsync(notice.Instance, notice.Task, notice.Process, notice.Node, notice.Due, language, cancel);
        return new()
        {
            ["reader"] = reader,
            ["park"] = notice.Name ?? (language == "zh" ? "一个园区" : "a park"),
            ["year"] = notice.BusinessKey?.Split('/') is [_, var year] ? year : null,
            ["task"] = told.Task,
            ["due"] = told.Due,
            ["why"] = told.Why,
            ["link"] = notice.Task is { } task ? $"{Address}/desk/tasks/{task}" : $"{Address}/desk/processes/{notice.Instance}",
            ["desk"] = $"{Address}/desk/notices",
        };
    }

    /// <summary>What the letter tells, without what is asked of a task that has ended.</summary>
    private async Task<IReadOnlyList<Notice>> OpenAsync(Guid letter, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            $"""
            select n.instance, n.template, {NoticeRows.Name}, n.business_key, n.task, n.process, n.node, n.due from letter_notices l join notices n on n.id = l.notice
            where l.letter = $1 and (n.task is null or n.template not like 'task-%' or exists (select from tasks t where t.id = n.task)) order by n.at, n.id
            """,
            Sql.Of(letter));
        var found = new List<Notice>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            found.Add(new(
                row.GetGuid(0), row.GetString(1), Text(row, 2), Text(row, 3), row.IsDBNull(4) ? null : row.GetGuid(4), Text(row, 5), Text(row, 6),
                row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7)));
        }

        return found;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
