using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.Registration;

/// <summary>
/// What the public log says of applications and lists: decisions with their reasons, and the progress of key projects. What a park writes before it is
/// listed is committed to and not shown; of its key projects there is a hash, so that the table shown later can be held against it.
/// </summary>
public static class Seals
{
    public static void Of(EventSeals seals) => seals
        .Of<ApplicationStarted>(e => new Facts().With("park_id", e.ParkId))
        .Nothing<FactsCorrected>()
        .Of<ChapterWritten>(e => new Facts().With("chapter", e.Chapter))
        .Of<KeyProjectsWritten>(e => new Facts().With("projects", e.Projects.Count))
        .Of<ApplicationSubmitted>(e => new Facts().With("park_id", e.ParkId).With("round", e.Round).With("key_projects_hash", e.KeyProjects is { } projects ? CanonicalJson.Hash(projects) : null))
        .Of<ApplicationReturned>(e => new Facts().With("park_id", e.ParkId).With("reasons", e.Reasons))
        .Of<ApplicationRecommended>(e => new Facts().With("park_id", e.ParkId).With("batch", e.Batch).With("reasons", e.Reasons))
        .Of<ApplicationRefused>(e => new Facts().With("park_id", e.ParkId).With("by", e.By).With("reasons", e.Reasons))
        .Of<ApplicationListed>(e => new Facts().With("list_id", e.ListId).With("batch", e.Batch))
        .Of<KeyProjectProgressed>(e => new Facts().With("park_id", e.ParkId).With("project", e.Number).With("name", e.Name).With("state", e.State)
            .With("invested_wan_yuan", e.InvestedWanYuan).With("as_of", e.AsOf).With("note", e.Note))
        .Of<NationalListPublished>(e => new Facts().With("batch", e.Batch).With("document", e.Document).With("published_on", e.PublishedOn).With("source", e.Source)
            .With("reasons", e.Reasons).With("parks", e.Parks.Count))
        .Of<ParkListed>(e => new Facts().With("park_id", e.ParkId).With("name", e.Park.Name).With("province", e.Park.Province).With("batch", e.Batch)
            .With("list_number", e.ListNumber).With("document", e.Document).With("published_on", e.PublishedOn).With("demo", e.Park.Demo))
        .Of<BoundaryChanged>(e => new Facts().With("park_id", e.ParkId).With("valid_from", e.ValidFrom).With("four_bounds", e.FourBounds)
            .With("boundary_hash", e.Boundary is { } outline ? CanonicalJson.Hash(outline) : null).With("document", e.Document)
            .With("published_on", e.PublishedOn).With("source", e.Source).With("reasons", e.Reasons));
}
