using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// What people learn of tasks: that one waits for them, was urged, or was given to them. Written in the transaction of the event, so that
/// nothing is told that did not happen and nothing happens untold. A case that is about no park tells nobody.
/// </summary>
internal static class TaskNotices
{
    public const string Opened = "task-opened", Urged = "task-urged", Copied = "task-copied", Reassigned = "task-reassigned", Delegated = "task-delegated", Resolved = "task-resolved";

    /// <param name="first">The version of the first event.</param>
    public static void Add(NpgsqlBatch batch, Guid id, IReadOnlyList<DomainEvent> events, long first, InstanceState before, InstanceState after, CaseFacts facts, DateTimeOffset now)
    {
        foreach (var element in after.Work.Keys.Where(each => !before.Work.ContainsKey(each)))
        {
            foreach (var readers in Holders(after, element, facts)) Tell(Opened, element, readers, "opened");
        }

        foreach (var (number, happened) in events.Index())
        {
            switch (happened)
            {
                case TaskUrged e:
                    foreach (var readers in Holders(after, e.Element, facts)) Tell(Urged, e.Element, readers, first + number);
                    break;
                case TaskCopied e: Tell(Copied, e.Element, NoticeReaders.Only(e.Person), first + number); break;
                case TaskReassigned e: Tell(Reassigned, e.Element, NoticeReaders.Only(e.Person), first + number); break;
                case TaskDelegated e: Tell(Delegated, e.Element, NoticeReaders.Only(e.Person), first + number); break;
                case TaskResolved e when after.Work[e.Element].Assignee is { } owner: Tell(Resolved, e.Element, NoticeReaders.Only(owner), first + number); break;
            }
        }

        void Tell(string template, int element, NoticeReaders readers, object occasion)
        {
            if (facts.Park is null) return;
            var task = after.Process.Tasks[element];
            var about = new NoticeTask(OpenRows.TaskId(id, element), after.Process.Elements[element].Process, task.Node, task.Form ?? task.Node, task.Due?.At);
            batch.BatchCommands.Add(NoticeRows.Put(
                StableId.Of("notice", about.Id!, occasion, readers.Person?.ToString() ?? readers.Role!), id, template, readers, after.Process.BusinessKey, facts, about, now));
        }
    }

    /// <summary>Who has a task; when nobody has it, those whom the drawing means.</summary>
    private static IEnumerable<NoticeReaders> Holders(InstanceState state, int element, CaseFacts facts)
    {
        if (state.Work[element].Assignee is { } person) return [NoticeReaders.Only(person)];
        var task = state.Process.Tasks[element];
        return task.Users.Select(user => Guid.TryParse(user, out var named) ? named : (Guid?)null).OfType<Guid>().Select(NoticeReaders.Only)
            .Concat(task.Groups.Select(role => NoticeReaders.Of(role, facts)));
    }
}
