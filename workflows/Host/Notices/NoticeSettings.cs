using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>How a person wants to be told.</summary>
/// <param name="Mail">By mail too; on the desk always.</param>
/// <param name="Daily">One mail each working morning instead of one at once.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
public sealed record NoticeSettings(bool Mail, bool Daily, string Language)
{
    /// <summary>Of who has chosen nothing.</summary>
    public static readonly NoticeSettings Usual = new(Mail: true, Daily: false, "zh");

    public static async Task<NoticeSettings> OfAsync(EventDatabase database, Guid person, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select mail, daily, language from notice_settings where person = $1", Sql.Of(person));
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new(row.GetBoolean(0), row.GetBoolean(1), row.GetString(2)) : Usual;
    }

    public async Task SaveAsync(EventDatabase database, Guid person, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            insert into notice_settings (person, mail, daily, language) values ($1, $2, $3, $4)
            on conflict (person) do update set mail = excluded.mail, daily = excluded.daily, language = excluded.language
            """,
            Sql.Of(person), Sql.Of(Mail), Sql.Of(Daily), Sql.Of(Language));
        await command.ExecuteNonQueryAsync(cancel);
    }
}
