using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.ServiceDefaults;

/// <summary>The service's OpenAPI 3.1 document, as seen through the gateway.</summary>
internal static class OpenApi
{
    public static IServiceCollection AddServiceOpenApi(this IServiceCollection services, string name) => services
        .AddSingleton<IApiDescriptionProvider, PossibleProblems>().AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.CreateSchemaReferenceId = NameOf;
        o.AddDocumentTransformer((document, _, _) => Transformed(() =>
        {
            document.Info = new() { Title = $"PilotRegistry {name}", Version = "v1" };
            document.Servers = [new() { Url = name == "disclosure" ? "/api/public/v1" : $"/api/{name}/v1" }];
        }));
        o.AddSchemaTransformer((schema, context, _) => Transformed(() => DescribeConverted(schema, context)));
        o.AddOperationTransformer((operation, context, _) => Transformed(() => DescribeHeaders(operation, context)));
    });

    /// <summary>A type inside a feature carries the feature's name: every feature has its own <c>Request</c>.</summary>
    private static string? NameOf(JsonTypeInfo info)
    {
        var feature = (Nullable.GetUnderlyingType(info.Type) ?? info.Type).DeclaringType;
        return OpenApiOptions.CreateDefaultSchemaReferenceId(info) is { } name ? feature?.Name + name : null;
    }

    /// <summary>Decimals, texts and codes have converters (RegistryJson, Methodology), which the schema exporter cannot look into.</summary>
    private static void DescribeConverted(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var (declared, info) = (context.JsonTypeInfo.Type, context.JsonTypeInfo);
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(decimal))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String | OrNull(type != declared), "decimal");
        }
        else if (type == typeof(string))
        {
            schema.Type ??= JsonSchemaType.String | OrNull(context.JsonPropertyInfo?.IsGetNullable == true);
        }
        else if (type.IsEnum)
        {
            schema.Type ??= JsonSchemaType.String | OrNull(type != declared);
            schema.Enum ??= [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
        }

        if (info.ElementType == typeof(string))
        {
            var text = new OpenApiSchema { Type = JsonSchemaType.String };
            schema.Items ??= info.Kind is JsonTypeInfoKind.Enumerable ? text : null;
            schema.AdditionalProperties ??= info.Kind is JsonTypeInfoKind.Dictionary ? text : null;
        }
    }

    private static void DescribeHeaders(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (PossibleProblems.AsksForIfMatch(context.Description.ActionDescriptor.EndpointMetadata))
        {
            AddHeader(operation, "If-Match", required: true, "The ETag of what the caller decided on.");
        }

        if (PossibleProblems.TakesKey(context.Description))
        {
            if (context.ApplicationServices.GetService<EventDatabase>() is not null)
            {
                AddPromise(operation);
            }

            AddHeader(operation, IdempotencyKey.Header, required: false, "A name of 1 to 128 characters for this request: sent again under it, the command is done once and answered the same.");
        }
    }

    /// <summary>What a command's answer carries when it recorded something.</summary>
    private static void AddPromise(OpenApiOperation operation)
    {
        foreach (var (_, answer) in (operation.Responses ?? []).Where(r => r.Key[0] == '2'))
        {
            ((answer as OpenApiResponse)!.Headers ??= new Dictionary<string, IOpenApiHeader>())[GivePromise.HeaderName] = new OpenApiHeader
            {
                Description = "When something was recorded: where the signed promise lies that it will stand in the public log. Keep what lies there.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    private static void AddHeader(OpenApiOperation operation, string name, bool required, string description) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Required = required,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private static JsonSchemaType OrNull(bool nullable) => nullable ? JsonSchemaType.Null : default;

    private static Task Transformed(Action transform)
    {
        transform();
        return Task.CompletedTask;
    }
}
