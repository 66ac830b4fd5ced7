using System.Collections.Immutable;
using Npgsql;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>The rows of <c>tasks</c>: what the engine knows of an open task and who has it, in one.</summary>
internal static class TaskRows
{
    /// <summary>After so long without an answer the owning service is asked what became of a decision.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Roles of a verification body; a task for them is their body's, others are the park's.</summary>
    private static readonly string[] Verifiers = [Roles.Verifier, Roles.VerifierLead];

    private const string Put =
        """
        insert into tasks (id, instance, element, process, node, kind, business_key, park, province, organisation, thing, groups, users, due, follow_up, opened,
            version, assignee, owner, command, person, settle_at, urged)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
        on conflict (id) do update set process = excluded.process, node = excluded.node, groups = excluded.groups, users = excluded.users, due = excluded.due,
            follow_up = excluded.follow_up, version = excluded.version, assignee = excluded.assignee, owner = excluded.owner, command = excluded.command,
            person = excluded.person, settle_at = excluded.settle_at, urged = excluded.urged
        """;

    private const string End =
        """
        with ended as (delete from tasks where id = any($1) returning id, instance, element, process, node, opened)
        insert into tasks_ended (id, instance, element, process, node, opened, ended) select id, instance, element, process, node, opened, $2 from ended
        """;

    public static void Add(NpgsqlBatch batch, Guid id, InstanceState before, InstanceState after, CaseFacts about, DateTimeOffset now)
    {
        OpenRows.Bring(batch, gone => Sql.Command(End, Sql.Of(gone.Select(element => OpenRows.TaskId(id, element))), Sql.Of(now)), Both(before), Both(after), row => Sql.Command(
            Put,
            Sql.Of(OpenRows.TaskId(id, row.Task.Element)), Sql.Of(id), Sql.Of(row.Task.Element), Sql.Of(after.Process.Elements[row.Task.Element].Process), Sql.Of(row.Task.Node),
            Sql.Of(row.Task.Form ?? row.Task.Node), Sql.Optional(after.Process.BusinessKey), Sql.Optional(about.Park), Sql.Optional(about.Province),
            Sql.Optional(row.Task.Groups.Any(Verifiers.Contains) ? about.Body : about.Organisation), Sql.Optional(about.Thing), Sql.Of(row.Task.Groups), Sql.Of(row.Task.Users), Sql.Optional(row.Task.Due?.At),
            Sql.Optional(row.Task.FollowUp?.At), Sql.Of(now), Sql.Of(row.Work.Version), Sql.Optional(row.Work.Assignee), Sql.Optional(row.Work.Owner),
            Sql.Optional(row.Work.Completion?.Command), Sql.Optional(row.Work.Completion?.Person), Sql.Optional(row.Work.Completion?.Thing is null ? null : now + Patience), Sql.Of(row.Work.Urged)));
        AddCopies(batch, id, before, after, now);
    }

    private static void AddCopies(NpgsqlBatch batch, Guid id, InstanceState before, InstanceState after, DateTimeOffset now)
    {
        foreach (var (element, work) in after.Work.Where(each => before.Work.TryGetValue(each.Key, out var old) && !ReferenceEquals(old.Copied, each.Value.Copied)))
        {
            foreach (var person in work.Copied.Except(before.Work[element].Copied))
            {
                batch.BatchCommands.Add(Sql.Command(
                    "insert into copies (task, person, instance, process, node, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                    Sql.Of(OpenRows.TaskId(id, element)), Sql.Of(person), Sql.Of(id), Sql.Of(after.Process.Elements[element].Process), Sql.Of(after.Process.Tasks[element].Node), Sql.Of(now)));
            }
        }
    }

    private static ImmutableSortedDictionary<int, Row> Both(InstanceState state) =>
        state.Work.ToImmutableSortedDictionary(each => each.Key, each => new Row(state.Process.Tasks[each.Key], each.Value));

    private sealed record Row(OpenTask Task, TaskWork Work);
}
