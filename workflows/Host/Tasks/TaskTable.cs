using System.Security.Claims;
using System.Text.Json.Serialization;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>An open task as people see it.</summary>
/// <param name="Kind">What is to be decided; the web has a page for each.</param>
/// <param name="Due">The end of the last day on which it is in time.</param>
/// <param name="Recording">A decision was given and is on its way into the owning service's record.</param>
public sealed record TaskRow(
    Guid Id, Guid Instance, int Element, string Process, string Node, string Kind, string? BusinessKey, Guid? Park, string? Province, Guid? Organisation, Guid? Thing,
    IReadOnlyList<string> Groups, IReadOnlyList<string> Users, Guid? Assignee, Guid? Owner, int Version, DateTimeOffset? Due, DateTimeOffset Opened, bool Recording)
{
    /// <summary>How often somebody urged it (催办).</summary>
    public int Urged { get; init; }

    /// <summary>Who stands in for the assignee today (代理).</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> Substitutes { get; init; } = [];

    /// <summary>Who was given it to read (抄送).</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> Readers { get; init; } = [];

    /// <summary>
    /// Whether the drawing means a person like this: named, or of a named role in the case's own province and, for parks and
    /// verifiers, of its own organisation. A task that names nobody is for whoever it is given to.
    /// </summary>
    public bool IsFor(ClaimsPrincipal user) =>
        Users.Contains(user.Id().ToString()) || (Users.Count == 0 && Groups.Count == 0)
        || (Groups.Contains(user.Role()) && (Province is null || user.Province() is null || user.Province() == Province)
            && IsOfOrganisation(user));

    /// <summary>Whether it is the person's to do: its own, or of one for whom it stands in.</summary>
    public bool IsOf(ClaimsPrincipal user) => Assignee == user.Id() || Substitutes.Contains(user.Id());

    private bool IsOfOrganisation(ClaimsPrincipal user) => user.Role() switch
    {
        Roles.Park => Organisation is { } body && user.ActsFor(body) && (user.ParkId() is null || user.ParkId() == Park),
        Roles.Verifier or Roles.VerifierLead => Organisation is null || Organisation == user.Organisation(),
        _ => true
    };
}

/// <summary>Reads <c>tasks</c>.</summary>
public sealed class TaskTable(EventDatabase database)
{
    private const string Columns =
        "id, instance, element, process, node, kind, business_key, park, province, organisation, thing, groups, users, assignee, owner, version, due, opened, command is not null, urged, " + Host.Substitutes.OfAssignee
        + ", array(select c.person from copies c where c.task = tasks.id)";

    public async Task<TaskRow?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ReadAsync(database.Source.Command($"select {Columns} from tasks where id = $1", Sql.Of(id)), cancel)) is [var row] ? row : null;

    public async Task<bool> IsEndedAsync(Guid id, CancellationToken cancel)
    {
        await using var command = database.Source.Command("select exists (select from tasks_ended where id = $1)", Sql.Of(id));
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Everything that is open in a case.</summary>
    public Task<IReadOnlyList<TaskRow>> OfInstanceAsync(Guid instance, CancellationToken cancel) =>
        ReadAsync(database.Source.Command($"select {Columns} from tasks where instance = $1 order by due nulls last, opened, element", Sql.Of(instance)), cancel);

    /// <summary>A person's own tasks, those that have a day first.</summary>
    public Task<IReadOnlyList<TaskRow>> OfPersonAsync(Guid person, int most, CancellationToken cancel) => ReadAsync(
        database.Source.Command(
            $"select {Columns} from tasks where assignee = $1 or assignee in ({Host.Substitutes.AbsentOf}) order by due nulls last, opened limit $2", Sql.Of(person), Sql.Of(most)),
        cancel);

    /// <summary>Tasks that nobody has and that this person may take.</summary>
    public async Task<IReadOnlyList<TaskRow>> UnclaimedAsync(ClaimsPrincipal user, int most, CancellationToken cancel) =>
    [
        .. (await ReadAsync(
            database.Source.Command(
                $"""
                 select {Columns} from tasks where assignee is null and (groups && $1 or users && $2) and (province is null or $3::varchar is null or province = $3)
                 order by due nulls last, opened limit $4
                 """,
                Sql.Of([user.Role()]), Sql.Of([user.Id().ToString()]), Sql.Optional(user.Province()), Sql.Of(most)),
            cancel)).Where(row => row.IsFor(user))
    ];

    /// <summary>
    /// The tasks through which a decision of one of these kinds on this thing may go: it is being recorded, by this person and under this
    /// command; or such a task is open and this person's to decide.
    /// </summary>
    public async Task<IReadOnlyList<TaskRow>> PermittingAsync(IReadOnlyList<string> kinds, Guid thing, ClaimsPrincipal user, Guid? command, CancellationToken cancel)
    {
        var open = await ReadAsync(
            database.Source.Command(
                $"select {Columns} from tasks where thing = $1 and kind = any($2) and (command is null or (command = $3 and person = $4))",
                Sql.Of(thing), Sql.Of(kinds), Sql.Optional(command), Sql.Of(user.Id())),
            cancel);
        return [.. open.Where(row => row.Recording || (row.Owner is null && row.IsFor(user) && (row.Assignee is null || row.IsOf(user))))];
    }

    private static async Task<IReadOnlyList<TaskRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var found = new List<TaskRow>();
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) found.Add(Row(reader));
        }

        return found;
    }

    private static TaskRow Row(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5), Text(row, 6), Id(row, 7), Text(row, 8), Id(row, 9), Id(row, 10),
        row.GetFieldValue<string[]>(11), row.GetFieldValue<string[]>(12), Id(row, 13), Id(row, 14), row.GetInt32(15),
        row.IsDBNull(16) ? null : row.GetFieldValue<DateTimeOffset>(16), row.GetFieldValue<DateTimeOffset>(17), row.GetBoolean(18))
    {
        Urged = row.GetInt32(19),
        Substitutes = row.GetFieldValue<Guid[]>(20),
        Readers = row.GetFieldValue<Guid[]>(21),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
