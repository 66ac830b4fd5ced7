using Npgsql;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>For whom a notice is: one person, or everybody of a role who has to do with the case.</summary>
/// <param name="Organisation">For parks and verifiers: theirs only.</param>
internal sealed record NoticeReaders(Guid? Person, string? Role, Guid? Organisation)
{
    /// <summary>Roles whose accounts act for one organisation: a case that names none is nobody's of them.</summary>
    public static readonly IReadOnlyList<string> OfOneOrganisation = [Roles.Park, Roles.Verifier, Roles.VerifierLead];

    public static NoticeReaders Only(Guid person) => new(person, null, null);

    public static NoticeReaders Of(string role, CaseFacts facts) => new(null, role, role switch
    {
        Roles.Park => facts.Organisation,
        Roles.Verifier or Roles.VerifierLead => facts.Body,
        _ => null
    });
}

/// <summary>The task that a notice is about, and the end of its last day.</summary>
internal sealed record NoticeTask(Guid? Id, string Process, string Node, string Kind, DateTimeOffset? Due);

/// <summary>Writes <c>notices</c>, and with each in the same statement that its readers are to be mailed.</summary>
internal static class NoticeRows
{
    /// <summary>The park's name; where a case does not say it, as an earlier one did.</summary>
    public const string Name = "coalesce(n.name, (select known.name from notices known where known.park = n.park and known.name is not null order by known.at desc limit 1))";

    private const string Insert =
        """
        with told as (
            insert into notices (id, instance, template, role, person, business_key, park, province, organisation, name, task, process, node, kind, due, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict (id) do nothing returning id, at)
        insert into notices_to_post (notice, try_at) select id, at from told
        """;

    public static NpgsqlBatchCommand Put(
        Guid id, Guid instance, string template, NoticeReaders readers, string? businessKey, CaseFacts facts, NoticeTask? about, DateTimeOffset now) => Sql.Command(
        Insert, Sql.Of(id), Sql.Of(instance), Sql.Of(template), Sql.Optional(readers.Role), Sql.Optional(readers.Person), Sql.Optional(businessKey), Sql.Optional(facts.Park),
        Sql.Optional(facts.Province), Sql.Optional(readers.Organisation), Sql.Optional(facts.Name), Sql.Optional(about?.Id), Sql.Optional(about?.Process), Sql.Optional(about?.Node),
        Sql.Optional(about?.Kind), Sql.Optional(about?.Due), Sql.Of(now));
}
