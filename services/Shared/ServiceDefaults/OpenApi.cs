using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace PilotRegistry.ServiceDefaults;

/// <summary>The service's OpenAPI 3.1 document, as seen through the gateway.</summary>
internal static class OpenApi
{
    public static IServiceCollection AddServiceOpenApi(this IServiceCollection services, string name) => services.AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = $"PilotRegistry {name}", Version = "v1" };
            document.Servers = [new() { Url = name == "disclosure" ? "/api/public/v1" : $"/api/{name}/v1" }];
            return Task.CompletedTask;
        });
        o.AddSchemaTransformer((schema, context, _) =>
        {
            // Decimals and texts have converters (RegistryJson), which the schema exporter cannot look into.
            var type = context.JsonTypeInfo.Type;
            if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal))
            {
                schema.Type = JsonSchemaType.String | OrNull(type != typeof(decimal));
                schema.Format = "decimal";
            }
            else if (type == typeof(string))
            {
                schema.Type ??= JsonSchemaType.String | OrNull(context.JsonPropertyInfo?.IsGetNullable == true);
            }

            if (context.JsonTypeInfo.ElementType == typeof(string))
            {
                var text = new OpenApiSchema { Type = JsonSchemaType.String };
                schema.Items ??= context.JsonTypeInfo.Kind is JsonTypeInfoKind.Enumerable ? text : null;
                schema.AdditionalProperties ??= context.JsonTypeInfo.Kind is JsonTypeInfoKind.Dictionary ? text : null;
            }

            return Task.CompletedTask;
        });
        o.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<System.Reflection.MethodInfo>()
                .Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(IfMatch))))
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "The ETag of what the caller decided on.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
    });

    private static JsonSchemaType OrNull(bool nullable) => nullable ? JsonSchemaType.Null : default;
}
