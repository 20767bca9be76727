// Generated from the database by scripts/db-types.ts; do not edit.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      accessibility_notes: {
        Row: {
          answered_at: string | null;
          created_at: string;
          email: string | null;
          id: string;
          message: string;
          page: string | null;
          person_id: string | null;
          pool_id: string;
        };
        ComputedFields: never;
        Insert: {
          answered_at?: string | null;
          created_at?: string;
          email?: string | null;
          id?: string;
          message: string;
          page?: string | null;
          person_id?: string | null;
          pool_id: string;
        };
        Update: {
          answered_at?: string | null;
          created_at?: string;
          email?: string | null;
          id?: string;
          message?: string;
          page?: string | null;
          person_id?: string | null;
          pool_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'accessibility_notes_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'accessibility_notes_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
        ];
      };
      allocations: {
        Row: {
          asset_id: string;
          blocked: unknown;
          booking_id: string | null;
          change_id: string | null;
          closure_id: string | null;
          exclusive: boolean;
          id: number;
          kind: string;
          quantity: number;
        };
        ComputedFields: never;
        Insert: {
          asset_id: string;
          blocked: unknown;
          booking_id?: string | null;
          change_id?: string | null;
          closure_id?: string | null;
          exclusive: boolean;
          id?: never;
          kind: string;
          quantity: number;
        };
        Update: {
          asset_id?: string;
          blocked?: unknown;
          booking_id?: string | null;
          change_id?: string | null;
          closure_id?: string | null;
          exclusive?: boolean;
          id?: never;
          kind?: string;
          quantity?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'allocations_asset_fkey';
            columns: ['asset_id', 'exclusive'];
            isOneToOne: false;
            referencedRelation: 'assets';
            referencedColumns: ['id', 'exclusive'];
          },
          {
            foreignKeyName: 'allocations_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'allocations_change_id_fkey';
            columns: ['change_id'];
            isOneToOne: false;
            referencedRelation: 'booking_changes';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'allocations_closure_id_fkey';
            columns: ['closure_id'];
            isOneToOne: false;
            referencedRelation: 'closures';
            referencedColumns: ['id'];
          },
        ];
      };
      assets: {
        Row: {
          created_at: string;
          exclusive: boolean;
          id: string;
          name: string;
          organisation_id: string;
          quantity: number;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          exclusive?: boolean;
          id?: string;
          name: string;
          organisation_id: string;
          quantity?: number;
        };
        Update: {
          created_at?: string;
          exclusive?: boolean;
          id?: string;
          name?: string;
          organisation_id?: string;
          quantity?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'assets_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
        ];
      };
      booking_changes: {
        Row: {
          booking_id: string;
          created_at: string;
          decided_at: string | null;
          ends_at: string;
          expires_at: string | null;
          extras: Json | null;
          from_ends_at: string;
          from_price: Json | null;
          from_quantity: number;
          from_starts_at: string;
          id: string;
          note: string | null;
          price: Json | null;
          proposed_by: string | null;
          quantity: number;
          starts_at: string;
          status: string;
        };
        ComputedFields: never;
        Insert: {
          booking_id: string;
          created_at?: string;
          decided_at?: string | null;
          ends_at: string;
          expires_at?: string | null;
          extras?: Json | null;
          from_ends_at: string;
          from_price?: Json | null;
          from_quantity: number;
          from_starts_at: string;
          id?: string;
          note?: string | null;
          price?: Json | null;
          proposed_by?: string | null;
          quantity: number;
          starts_at: string;
          status: string;
        };
        Update: {
          booking_id?: string;
          created_at?: string;
          decided_at?: string | null;
          ends_at?: string;
          expires_at?: string | null;
          extras?: Json | null;
          from_ends_at?: string;
          from_price?: Json | null;
          from_quantity?: number;
          from_starts_at?: string;
          id?: string;
          note?: string | null;
          price?: Json | null;
          proposed_by?: string | null;
          quantity?: number;
          starts_at?: string;
          status?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'booking_changes_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_changes_proposed_by_fkey';
            columns: ['proposed_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      booking_confirmations: {
        Row: {
          booking_id: string;
          confirmation_id: string;
          recorded_at: string;
          recorded_by: string | null;
          revoked_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          booking_id: string;
          confirmation_id: string;
          recorded_at?: string;
          recorded_by?: string | null;
          revoked_at?: string | null;
        };
        Update: {
          booking_id?: string;
          confirmation_id?: string;
          recorded_at?: string;
          recorded_by?: string | null;
          revoked_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'booking_confirmations_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_confirmations_confirmation_id_fkey';
            columns: ['confirmation_id'];
            isOneToOne: false;
            referencedRelation: 'confirmations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_confirmations_recorded_by_fkey';
            columns: ['recorded_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      booking_log: {
        Row: {
          action: string;
          actor_id: string | null;
          at: string;
          booking_id: string;
          details: NonNullable<Json>;
          from_status: string | null;
          id: number;
          note: string | null;
          side: string;
          to_status: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          actor_id?: string | null;
          at: string;
          booking_id: string;
          details?: NonNullable<Json>;
          from_status?: string | null;
          id?: never;
          note?: string | null;
          side: string;
          to_status: string;
          version: number;
        };
        Update: {
          action?: string;
          actor_id?: string | null;
          at?: string;
          booking_id?: string;
          details?: NonNullable<Json>;
          from_status?: string | null;
          id?: never;
          note?: string | null;
          side?: string;
          to_status?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'booking_log_actor_id_fkey';
            columns: ['actor_id'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'booking_log_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
        ];
      };
      bookings: {
        Row: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          awaiting?: string | null;
          counted_days: number;
          created_at?: string;
          decision?: Json | null;
          ends_at: string;
          event_id?: string | null;
          handed_over_at?: string | null;
          handover_key?: string | null;
          hold_expires_at?: string | null;
          id?: string;
          idempotency_key?: string | null;
          kept_from?: string | null;
          kept_until?: string | null;
          last_action: string;
          last_actor_id?: string | null;
          last_details?: NonNullable<Json>;
          last_note?: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since?: string | null;
          owner_id: string;
          pool_id: string;
          price?: Json | null;
          price_minor?: number | null;
          purpose?: string;
          quantity: number;
          requested_by?: string | null;
          resource_id: string;
          return_condition?: string | null;
          return_key?: string | null;
          returned_at?: string | null;
          series_id?: string | null;
          starts_at: string;
          status: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          awaiting?: string | null;
          counted_days?: number;
          created_at?: string;
          decision?: Json | null;
          ends_at?: string;
          event_id?: string | null;
          handed_over_at?: string | null;
          handover_key?: string | null;
          hold_expires_at?: string | null;
          id?: string;
          idempotency_key?: string | null;
          kept_from?: string | null;
          kept_until?: string | null;
          last_action?: string;
          last_actor_id?: string | null;
          last_details?: NonNullable<Json>;
          last_note?: string | null;
          last_side?: string;
          organisation_id?: string;
          overdue_since?: string | null;
          owner_id?: string;
          pool_id?: string;
          price?: Json | null;
          price_minor?: number | null;
          purpose?: string;
          quantity?: number;
          requested_by?: string | null;
          resource_id?: string;
          return_condition?: string | null;
          return_key?: string | null;
          returned_at?: string | null;
          series_id?: string | null;
          starts_at?: string;
          status?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'bookings_event_id_fkey';
            columns: ['event_id'];
            isOneToOne: false;
            referencedRelation: 'events';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'bookings_last_actor_id_fkey';
            columns: ['last_actor_id'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'bookings_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'bookings_owner_id_fkey';
            columns: ['owner_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'bookings_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'bookings_requested_by_fkey';
            columns: ['requested_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'bookings_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'bookings_series_id_fkey';
            columns: ['series_id'];
            isOneToOne: false;
            referencedRelation: 'series';
            referencedColumns: ['id'];
          },
        ];
      };
      closures: {
        Row: {
          created_at: string;
          created_by: string | null;
          ends_at: string;
          id: string;
          reason: string;
          reopened_at: string | null;
          resource_id: string;
          starts_at: string;
          withdrawal: boolean;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          ends_at: string;
          id?: string;
          reason?: string;
          reopened_at?: string | null;
          resource_id: string;
          starts_at: string;
          withdrawal?: boolean;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          ends_at?: string;
          id?: string;
          reason?: string;
          reopened_at?: string | null;
          resource_id?: string;
          starts_at?: string;
          withdrawal?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: 'closures_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'closures_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      confirmations: {
        Row: {
          id: string;
          name: string;
          per: string;
          terms_id: string;
          valid_months: number | null;
        };
        ComputedFields: never;
        Insert: {
          id?: string;
          name: string;
          per: string;
          terms_id: string;
          valid_months?: number | null;
        };
        Update: {
          id?: string;
          name?: string;
          per?: string;
          terms_id?: string;
          valid_months?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: 'confirmations_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      day_parts: {
        Row: {
          ends_at: string;
          name: string;
          position: number;
          starts_at: string;
          terms_id: string;
        };
        ComputedFields: never;
        Insert: {
          ends_at: string;
          name: string;
          position: number;
          starts_at: string;
          terms_id: string;
        };
        Update: {
          ends_at?: string;
          name?: string;
          position?: number;
          starts_at?: string;
          terms_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'day_parts_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      effective_terms: {
        Row: {
          audience: string;
          audience_terms_id: string | null;
          cancel_fee_percent: number;
          cancel_free_days: number | null;
          cleaning_minor: number;
          closed_in_school_holidays: boolean;
          closed_on_public_holidays: boolean;
          day_count: string;
          deposit_minor: number;
          deposit_per_item: boolean;
          has_confirmations: boolean;
          hold_hours: number;
          horizon_days: number;
          hours_apply: string;
          hours_terms_id: string | null;
          lead_minutes: number;
          lead_working_days: number;
          level_ids: string[];
          max_days: number | null;
          max_minutes: number | null;
          min_days: number | null;
          min_minutes: number | null;
          no_show_minutes: number | null;
          own_first_days: number | null;
          parts_terms_id: string | null;
          period_kind: string;
          pickup_at: string | null;
          pickups_level: string | null;
          pickups_per_day: number | null;
          pickups_terms_id: string | null;
          price_mode: string | null;
          price_terms_id: string | null;
          quotas: Database['public']['CompositeTypes']['effective_quota'][];
          request_mode: string;
          resource_id: string;
          return_at: string | null;
          slot_minutes: number | null;
          slot_starts_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          audience: string;
          audience_terms_id?: string | null;
          cancel_fee_percent: number;
          cancel_free_days?: number | null;
          cleaning_minor: number;
          closed_in_school_holidays: boolean;
          closed_on_public_holidays: boolean;
          day_count: string;
          deposit_minor: number;
          deposit_per_item: boolean;
          has_confirmations: boolean;
          hold_hours: number;
          horizon_days: number;
          hours_apply: string;
          hours_terms_id?: string | null;
          lead_minutes: number;
          lead_working_days: number;
          level_ids: string[];
          max_days?: number | null;
          max_minutes?: number | null;
          min_days?: number | null;
          min_minutes?: number | null;
          no_show_minutes?: number | null;
          own_first_days?: number | null;
          parts_terms_id?: string | null;
          period_kind: string;
          pickup_at?: string | null;
          pickups_level?: string | null;
          pickups_per_day?: number | null;
          pickups_terms_id?: string | null;
          price_mode?: string | null;
          price_terms_id?: string | null;
          quotas: Database['public']['CompositeTypes']['effective_quota'][];
          request_mode: string;
          resource_id: string;
          return_at?: string | null;
          slot_minutes?: number | null;
          slot_starts_at?: string | null;
        };
        Update: {
          audience?: string;
          audience_terms_id?: string | null;
          cancel_fee_percent?: number;
          cancel_free_days?: number | null;
          cleaning_minor?: number;
          closed_in_school_holidays?: boolean;
          closed_on_public_holidays?: boolean;
          day_count?: string;
          deposit_minor?: number;
          deposit_per_item?: boolean;
          has_confirmations?: boolean;
          hold_hours?: number;
          horizon_days?: number;
          hours_apply?: string;
          hours_terms_id?: string | null;
          lead_minutes?: number;
          lead_working_days?: number;
          level_ids?: string[];
          max_days?: number | null;
          max_minutes?: number | null;
          min_days?: number | null;
          min_minutes?: number | null;
          no_show_minutes?: number | null;
          own_first_days?: number | null;
          parts_terms_id?: string | null;
          period_kind?: string;
          pickup_at?: string | null;
          pickups_level?: string | null;
          pickups_per_day?: number | null;
          pickups_terms_id?: string | null;
          price_mode?: string | null;
          price_terms_id?: string | null;
          quotas?: Database['public']['CompositeTypes']['effective_quota'][];
          request_mode?: string;
          resource_id?: string;
          return_at?: string | null;
          slot_minutes?: number | null;
          slot_starts_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'effective_terms_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: true;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      event_items: {
        Row: {
          changed: boolean;
          ends_at: string;
          event_id: string;
          id: string;
          picture: string;
          position: number;
          quantity: number;
          starts_at: string;
          template_item_id: string | null;
          waived_at: string | null;
          what: string;
          words: string;
        };
        ComputedFields: never;
        Insert: {
          changed?: boolean;
          ends_at: string;
          event_id: string;
          id?: string;
          picture?: string;
          position: number;
          quantity: number;
          starts_at: string;
          template_item_id?: string | null;
          waived_at?: string | null;
          what: string;
          words: string;
        };
        Update: {
          changed?: boolean;
          ends_at?: string;
          event_id?: string;
          id?: string;
          picture?: string;
          position?: number;
          quantity?: number;
          starts_at?: string;
          template_item_id?: string | null;
          waived_at?: string | null;
          what?: string;
          words?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'event_items_event_id_fkey';
            columns: ['event_id'];
            isOneToOne: false;
            referencedRelation: 'events';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'event_items_template_item_id_fkey';
            columns: ['template_item_id'];
            isOneToOne: false;
            referencedRelation: 'event_template_items';
            referencedColumns: ['id'];
          },
        ];
      };
      event_parts: {
        Row: {
          booking_id: string | null;
          created_at: string;
          ends_at: string;
          id: string;
          item_id: string;
          quantity: number;
          refused_code: string | null;
          refused_params: Json | null;
          resource_id: string;
          starts_at: string;
        };
        ComputedFields: never;
        Insert: {
          booking_id?: string | null;
          created_at?: string;
          ends_at: string;
          id?: string;
          item_id: string;
          quantity: number;
          refused_code?: string | null;
          refused_params?: Json | null;
          resource_id: string;
          starts_at: string;
        };
        Update: {
          booking_id?: string | null;
          created_at?: string;
          ends_at?: string;
          id?: string;
          item_id?: string;
          quantity?: number;
          refused_code?: string | null;
          refused_params?: Json | null;
          resource_id?: string;
          starts_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'event_parts_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: true;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'event_parts_item_id_fkey';
            columns: ['item_id'];
            isOneToOne: false;
            referencedRelation: 'event_items';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'event_parts_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      event_plans: {
        Row: {
          ended_by: string | null;
          event_id: string;
          idempotency_key: string | null;
          mode: string;
          note: string;
          request: Json | null;
          sent_at: string | null;
          sent_by: string | null;
          settle_by: string | null;
          status: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          ended_by?: string | null;
          event_id: string;
          idempotency_key?: string | null;
          mode: string;
          note?: string;
          request?: Json | null;
          sent_at?: string | null;
          sent_by?: string | null;
          settle_by?: string | null;
          status?: string;
          version?: number;
        };
        Update: {
          ended_by?: string | null;
          event_id?: string;
          idempotency_key?: string | null;
          mode?: string;
          note?: string;
          request?: Json | null;
          sent_at?: string | null;
          sent_by?: string | null;
          settle_by?: string | null;
          status?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'event_plans_event_id_fkey';
            columns: ['event_id'];
            isOneToOne: true;
            referencedRelation: 'events';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'event_plans_sent_by_fkey';
            columns: ['sent_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      event_template_items: {
        Row: {
          days_after: number;
          days_before: number;
          ends_time: string | null;
          id: string;
          names: NonNullable<Json>;
          per_guests: number | null;
          picture: string;
          position: number;
          quantity: number;
          starts_time: string | null;
          template_id: string;
          words: string;
        };
        ComputedFields: never;
        Insert: {
          days_after?: number;
          days_before?: number;
          ends_time?: string | null;
          id?: string;
          names: NonNullable<Json>;
          per_guests?: number | null;
          picture?: string;
          position: number;
          quantity: number;
          starts_time?: string | null;
          template_id: string;
          words: string;
        };
        Update: {
          days_after?: number;
          days_before?: number;
          ends_time?: string | null;
          id?: string;
          names?: NonNullable<Json>;
          per_guests?: number | null;
          picture?: string;
          position?: number;
          quantity?: number;
          starts_time?: string | null;
          template_id?: string;
          words?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'event_template_items_template_id_fkey';
            columns: ['template_id'];
            isOneToOne: false;
            referencedRelation: 'event_templates';
            referencedColumns: ['id'];
          },
        ];
      };
      event_templates: {
        Row: {
          guests: number;
          id: string;
          names: NonNullable<Json>;
          picture: string;
          pool_id: string | null;
          position: number;
          slug: string;
        };
        ComputedFields: never;
        Insert: {
          guests: number;
          id?: string;
          names: NonNullable<Json>;
          picture?: string;
          pool_id?: string | null;
          position: number;
          slug: string;
        };
        Update: {
          guests?: number;
          id?: string;
          names?: NonNullable<Json>;
          picture?: string;
          pool_id?: string | null;
          position?: number;
          slug?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'event_templates_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
        ];
      };
      events: {
        Row: {
          created_at: string;
          created_by: string | null;
          ends_at: string;
          guests: number;
          id: string;
          organisation_id: string;
          place: string;
          pool_id: string;
          starts_at: string;
          title: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          ends_at: string;
          guests: number;
          id: string;
          organisation_id: string;
          place?: string;
          pool_id: string;
          starts_at: string;
          title: string;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          ends_at?: string;
          guests?: number;
          id?: string;
          organisation_id?: string;
          place?: string;
          pool_id?: string;
          starts_at?: string;
          title?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'events_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'events_organisation_id_fkey';
            columns: ['organisation_id', 'pool_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id', 'pool_id'];
          },
          {
            foreignKeyName: 'events_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
        ];
      };
      extras: {
        Row: {
          amount_minor: number | null;
          due: string;
          id: string;
          name: string;
          position: number;
          price_group: string | null;
          required: boolean;
          terms_id: string;
          unit: string;
        };
        ComputedFields: never;
        Insert: {
          amount_minor?: number | null;
          due: string;
          id?: string;
          name: string;
          position?: number;
          price_group?: string | null;
          required?: boolean;
          terms_id: string;
          unit: string;
        };
        Update: {
          amount_minor?: number | null;
          due?: string;
          id?: string;
          name?: string;
          position?: number;
          price_group?: string | null;
          required?: boolean;
          terms_id?: string;
          unit?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'extras_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      holidays: {
        Row: {
          kind: string;
          name: string;
          on_date: string;
          pool_id: string;
        };
        ComputedFields: never;
        Insert: {
          kind: string;
          name: string;
          on_date: string;
          pool_id: string;
        };
        Update: {
          kind?: string;
          name?: string;
          on_date?: string;
          pool_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'holidays_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
        ];
      };
      invitations: {
        Row: {
          accepted_at: string | null;
          accepted_by: string | null;
          created_at: string;
          email: string | null;
          expires_at: string;
          id: string;
          invited_by: string | null;
          organisation_id: string;
          revoked_at: string | null;
          role: string;
          token_hash: string;
        };
        ComputedFields: never;
        Insert: {
          accepted_at?: string | null;
          accepted_by?: string | null;
          created_at?: string;
          email?: string | null;
          expires_at: string;
          id?: string;
          invited_by?: string | null;
          organisation_id: string;
          revoked_at?: string | null;
          role: string;
          token_hash: string;
        };
        Update: {
          accepted_at?: string | null;
          accepted_by?: string | null;
          created_at?: string;
          email?: string | null;
          expires_at?: string;
          id?: string;
          invited_by?: string | null;
          organisation_id?: string;
          revoked_at?: string | null;
          role?: string;
          token_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'invitations_accepted_by_fkey';
            columns: ['accepted_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'invitations_invited_by_fkey';
            columns: ['invited_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'invitations_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
        ];
      };
      memberships: {
        Row: {
          created_at: string;
          organisation_id: string;
          person_id: string;
          role: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          organisation_id: string;
          person_id: string;
          role: string;
        };
        Update: {
          created_at?: string;
          organisation_id?: string;
          person_id?: string;
          role?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'memberships_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'memberships_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      opening_exceptions: {
        Row: {
          closes_at: string | null;
          ends_on: string;
          id: string;
          note: string;
          opens_at: string | null;
          starts_on: string;
          terms_id: string;
        };
        ComputedFields: never;
        Insert: {
          closes_at?: string | null;
          ends_on: string;
          id?: string;
          note?: string;
          opens_at?: string | null;
          starts_on: string;
          terms_id: string;
        };
        Update: {
          closes_at?: string | null;
          ends_on?: string;
          id?: string;
          note?: string;
          opens_at?: string | null;
          starts_on?: string;
          terms_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'opening_exceptions_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      opening_hours: {
        Row: {
          closes_at: string;
          id: string;
          opens_at: string;
          season_from: string | null;
          season_to: string | null;
          terms_id: string;
          weekday: number;
        };
        ComputedFields: never;
        Insert: {
          closes_at: string;
          id?: string;
          opens_at: string;
          season_from?: string | null;
          season_to?: string | null;
          terms_id: string;
          weekday: number;
        };
        Update: {
          closes_at?: string;
          id?: string;
          opens_at?: string;
          season_from?: string | null;
          season_to?: string | null;
          terms_id?: string;
          weekday?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'opening_hours_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      organisation_confirmations: {
        Row: {
          confirmation_id: string;
          organisation_id: string;
          recorded_at: string;
          recorded_by: string | null;
          revoked_at: string | null;
          valid_until: string | null;
        };
        ComputedFields: never;
        Insert: {
          confirmation_id: string;
          organisation_id: string;
          recorded_at?: string;
          recorded_by?: string | null;
          revoked_at?: string | null;
          valid_until?: string | null;
        };
        Update: {
          confirmation_id?: string;
          organisation_id?: string;
          recorded_at?: string;
          recorded_by?: string | null;
          revoked_at?: string | null;
          valid_until?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'organisation_confirmations_confirmation_id_fkey';
            columns: ['confirmation_id'];
            isOneToOne: false;
            referencedRelation: 'confirmations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'organisation_confirmations_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'organisation_confirmations_recorded_by_fkey';
            columns: ['recorded_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      organisation_decisions: {
        Row: {
          decided_at: string;
          decided_by: string | null;
          id: number;
          note: string | null;
          organisation_id: string;
          status: string;
        };
        ComputedFields: never;
        Insert: {
          decided_at?: string;
          decided_by?: string | null;
          id?: never;
          note?: string | null;
          organisation_id: string;
          status: string;
        };
        Update: {
          decided_at?: string;
          decided_by?: string | null;
          id?: never;
          note?: string | null;
          organisation_id?: string;
          status?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'organisation_decisions_decided_by_fkey';
            columns: ['decided_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'organisation_decisions_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
        ];
      };
      organisations: {
        Row: {
          about: string;
          address: string;
          admitted_at: string | null;
          common_good: boolean;
          created_at: string;
          email: string;
          id: string;
          kind: string;
          latitude: number | null;
          longitude: number | null;
          name: string;
          phone: string;
          pool_id: string;
          slug: string;
          status: string;
          website: string;
        };
        ComputedFields: never;
        Insert: {
          about?: string;
          address?: string;
          admitted_at?: string | null;
          common_good?: boolean;
          created_at?: string;
          email?: string;
          id?: string;
          kind: string;
          latitude?: number | null;
          longitude?: number | null;
          name: string;
          phone?: string;
          pool_id: string;
          slug: string;
          status?: string;
          website?: string;
        };
        Update: {
          about?: string;
          address?: string;
          admitted_at?: string | null;
          common_good?: boolean;
          created_at?: string;
          email?: string;
          id?: string;
          kind?: string;
          latitude?: number | null;
          longitude?: number | null;
          name?: string;
          phone?: string;
          pool_id?: string;
          slug?: string;
          status?: string;
          website?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'organisations_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
        ];
      };
      pool_staff: {
        Row: {
          created_at: string;
          person_id: string;
          pool_id: string;
          role: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          person_id: string;
          pool_id: string;
          role: string;
        };
        Update: {
          created_at?: string;
          person_id?: string;
          pool_id?: string;
          role?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pool_staff_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'pool_staff_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
        ];
      };
      pools: {
        Row: {
          about: string;
          arbitration: string;
          created_at: string;
          currency: string;
          default_locale: string;
          id: string;
          imprint: string;
          name: string;
          region: string | null;
          slug: string;
          time_zone: string;
        };
        ComputedFields: never;
        Insert: {
          about?: string;
          arbitration?: string;
          created_at?: string;
          currency?: string;
          default_locale?: string;
          id?: string;
          imprint?: string;
          name: string;
          region?: string | null;
          slug: string;
          time_zone?: string;
        };
        Update: {
          about?: string;
          arbitration?: string;
          created_at?: string;
          currency?: string;
          default_locale?: string;
          id?: string;
          imprint?: string;
          name?: string;
          region?: string | null;
          slug?: string;
          time_zone?: string;
        };
        Relationships: [];
      };
      price_groups: {
        Row: {
          organisation_id: string;
          owner_id: string;
          price_group: string;
        };
        ComputedFields: never;
        Insert: {
          organisation_id: string;
          owner_id: string;
          price_group: string;
        };
        Update: {
          organisation_id?: string;
          owner_id?: string;
          price_group?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'price_groups_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'price_groups_owner_id_fkey';
            columns: ['owner_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
        ];
      };
      profiles: {
        Row: {
          created_at: string;
          display_name: string;
          id: string;
          locale: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          display_name: string;
          id: string;
          locale?: string;
        };
        Update: {
          created_at?: string;
          display_name?: string;
          id?: string;
          locale?: string;
        };
        Relationships: [];
      };
      push_settings: {
        Row: {
          muted: string[];
          person_id: string;
        };
        ComputedFields: never;
        Insert: {
          muted?: string[];
          person_id: string;
        };
        Update: {
          muted?: string[];
          person_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'push_settings_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: true;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      push_subscriptions: {
        Row: {
          auth: string;
          created_at: string;
          device: string;
          endpoint: string;
          id: string;
          p256dh: string;
          person_id: string;
        };
        ComputedFields: never;
        Insert: {
          auth: string;
          created_at?: string;
          device: string;
          endpoint: string;
          id?: string;
          p256dh: string;
          person_id: string;
        };
        Update: {
          auth?: string;
          created_at?: string;
          device?: string;
          endpoint?: string;
          id?: string;
          p256dh?: string;
          person_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'push_subscriptions_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      quotas: {
        Row: {
          id: string;
          measure: string;
          most: number;
          per: string | null;
          terms_id: string;
        };
        ComputedFields: never;
        Insert: {
          id?: string;
          measure: string;
          most: number;
          per?: string | null;
          terms_id: string;
        };
        Update: {
          id?: string;
          measure?: string;
          most?: number;
          per?: string | null;
          terms_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'quotas_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      resource_assets: {
        Row: {
          asset_id: string;
          quantity: number;
          resource_id: string;
        };
        ComputedFields: never;
        Insert: {
          asset_id: string;
          quantity?: number;
          resource_id: string;
        };
        Update: {
          asset_id?: string;
          quantity?: number;
          resource_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'resource_assets_asset_id_fkey';
            columns: ['asset_id'];
            isOneToOne: false;
            referencedRelation: 'assets';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'resource_assets_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      resource_photos: {
        Row: {
          alt: string;
          created_at: string;
          height: number;
          id: string;
          path: string;
          position: number;
          resource_id: string;
          width: number;
        };
        ComputedFields: never;
        Insert: {
          alt?: string;
          created_at?: string;
          height: number;
          id?: string;
          path: string;
          position?: number;
          resource_id: string;
          width: number;
        };
        Update: {
          alt?: string;
          created_at?: string;
          height?: number;
          id?: string;
          path?: string;
          position?: number;
          resource_id?: string;
          width?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'resource_photos_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      resource_texts: {
        Row: {
          description: string;
          locale: string;
          resource_id: string;
          rules: string;
          title: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          description?: string;
          locale: string;
          resource_id: string;
          rules?: string;
          title: string;
          updated_at?: string;
        };
        Update: {
          description?: string;
          locale?: string;
          resource_id?: string;
          rules?: string;
          title?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'resource_texts_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      resources: {
        Row: {
          approval: string;
          buffer_after_minutes: number;
          buffer_before_minutes: number;
          capacity_note: string;
          concepts: string[];
          created_at: string;
          created_by: string | null;
          deposit_note: string;
          description: string;
          id: string;
          kind: string;
          latitude: number | null;
          listed: boolean;
          locale: string;
          longitude: number | null;
          organisation_id: string;
          picture: string;
          place: string;
          pool_id: string;
          price_note: string;
          quantity: number;
          rules: string;
          search_text: string;
          search_title: string;
          search_titles: string;
          slug: string;
          sole_asset_id: string | null;
          status: string;
          title: string;
          updated_at: string;
          words: unknown;
          reader_title: string | null;
        };
        ComputedFields: 'reader_title';
        Insert: {
          approval?: string;
          buffer_after_minutes?: number;
          buffer_before_minutes?: number;
          capacity_note?: string;
          concepts?: string[];
          created_at?: string;
          created_by?: string | null;
          deposit_note?: string;
          description?: string;
          id?: string;
          kind: string;
          latitude?: number | null;
          listed?: boolean;
          locale?: string;
          longitude?: number | null;
          organisation_id: string;
          picture?: string;
          place?: string;
          pool_id: string;
          price_note?: string;
          quantity?: number;
          rules?: string;
          search_text?: string;
          search_title?: never;
          search_titles?: string;
          slug: string;
          sole_asset_id?: string | null;
          status?: string;
          title: string;
          updated_at?: string;
          words?: never;
        };
        Update: {
          approval?: string;
          buffer_after_minutes?: number;
          buffer_before_minutes?: number;
          capacity_note?: string;
          concepts?: string[];
          created_at?: string;
          created_by?: string | null;
          deposit_note?: string;
          description?: string;
          id?: string;
          kind?: string;
          latitude?: number | null;
          listed?: boolean;
          locale?: string;
          longitude?: number | null;
          organisation_id?: string;
          picture?: string;
          place?: string;
          pool_id?: string;
          price_note?: string;
          quantity?: number;
          rules?: string;
          search_text?: string;
          search_title?: never;
          search_titles?: string;
          slug?: string;
          sole_asset_id?: string | null;
          status?: string;
          title?: string;
          updated_at?: string;
          words?: never;
        };
        Relationships: [
          {
            foreignKeyName: 'resources_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'resources_organisation_id_fkey';
            columns: ['organisation_id', 'pool_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id', 'pool_id'];
          },
        ];
      };
      series: {
        Row: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        ComputedFields: never;
        Insert: {
          asked_for?: NonNullable<Json>;
          created_at?: string;
          end_days?: number;
          end_time: string;
          id?: string;
          idempotency_key?: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose?: string;
          quantity: number;
          requested_by?: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status?: string;
          updated_at?: string;
          version?: number;
        };
        Update: {
          asked_for?: NonNullable<Json>;
          created_at?: string;
          end_days?: number;
          end_time?: string;
          id?: string;
          idempotency_key?: string | null;
          organisation_id?: string;
          owner_id?: string;
          pool_id?: string;
          purpose?: string;
          quantity?: number;
          requested_by?: string | null;
          resource_id?: string;
          rule?: string;
          start_time?: string;
          starts_on?: string;
          status?: string;
          updated_at?: string;
          version?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'series_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'series_owner_id_fkey';
            columns: ['owner_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'series_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'series_requested_by_fkey';
            columns: ['requested_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'series_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      series_occurrences: {
        Row: {
          booking_id: string | null;
          occurrence_on: string;
          series_id: string;
          state: string;
        };
        ComputedFields: never;
        Insert: {
          booking_id?: string | null;
          occurrence_on: string;
          series_id: string;
          state: string;
        };
        Update: {
          booking_id?: string | null;
          occurrence_on?: string;
          series_id?: string;
          state?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'series_occurrences_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: true;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'series_occurrences_series_id_fkey';
            columns: ['series_id'];
            isOneToOne: false;
            referencedRelation: 'series';
            referencedColumns: ['id'];
          },
        ];
      };
      slot_questions: {
        Row: {
          answer: string | null;
          answered_at: string | null;
          answered_by: string | null;
          asked_at: string;
          id: string;
          release_until: string | null;
          series_id: string;
          unused_on: string[];
        };
        ComputedFields: never;
        Insert: {
          answer?: string | null;
          answered_at?: string | null;
          answered_by?: string | null;
          asked_at?: string;
          id?: string;
          release_until?: string | null;
          series_id: string;
          unused_on: string[];
        };
        Update: {
          answer?: string | null;
          answered_at?: string | null;
          answered_by?: string | null;
          asked_at?: string;
          id?: string;
          release_until?: string | null;
          series_id?: string;
          unused_on?: string[];
        };
        Relationships: [
          {
            foreignKeyName: 'slot_questions_answered_by_fkey';
            columns: ['answered_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'slot_questions_series_id_fkey';
            columns: ['series_id'];
            isOneToOne: false;
            referencedRelation: 'series';
            referencedColumns: ['id'];
          },
        ];
      };
      standing_approval_organisations: {
        Row: {
          organisation_id: string;
          standing_approval_id: string;
        };
        ComputedFields: never;
        Insert: {
          organisation_id: string;
          standing_approval_id: string;
        };
        Update: {
          organisation_id?: string;
          standing_approval_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'standing_approval_organisations_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'standing_approval_organisations_standing_approval_id_fkey';
            columns: ['standing_approval_id'];
            isOneToOne: false;
            referencedRelation: 'standing_approvals';
            referencedColumns: ['id'];
          },
        ];
      };
      standing_approvals: {
        Row: {
          created_at: string;
          created_by: string | null;
          id: string;
          max_days: number | null;
          max_quantity: number | null;
          min_clean_returns: number | null;
          note: string;
          organisation_id: string;
          resource_id: string | null;
          revoked_at: string | null;
          revoked_by: string | null;
          valid_until: string | null;
          weekdays: number[] | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          created_by?: string | null;
          id?: string;
          max_days?: number | null;
          max_quantity?: number | null;
          min_clean_returns?: number | null;
          note?: string;
          organisation_id: string;
          resource_id?: string | null;
          revoked_at?: string | null;
          revoked_by?: string | null;
          valid_until?: string | null;
          weekdays?: number[] | null;
        };
        Update: {
          created_at?: string;
          created_by?: string | null;
          id?: string;
          max_days?: number | null;
          max_quantity?: number | null;
          min_clean_returns?: number | null;
          note?: string;
          organisation_id?: string;
          resource_id?: string | null;
          revoked_at?: string | null;
          revoked_by?: string | null;
          valid_until?: string | null;
          weekdays?: number[] | null;
        };
        Relationships: [
          {
            foreignKeyName: 'standing_approvals_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'standing_approvals_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'standing_approvals_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'standing_approvals_revoked_by_fkey';
            columns: ['revoked_by'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
        ];
      };
      tariffs: {
        Row: {
          first_minor: number | null;
          free_units: number;
          further_minor: number | null;
          id: string;
          minimum_minor: number;
          mode: string;
          per_item: boolean;
          price_group: string;
          terms_id: string;
          unit: string | null;
        };
        ComputedFields: never;
        Insert: {
          first_minor?: number | null;
          free_units?: number;
          further_minor?: number | null;
          id?: string;
          minimum_minor?: number;
          mode?: string;
          per_item?: boolean;
          price_group: string;
          terms_id: string;
          unit?: string | null;
        };
        Update: {
          first_minor?: number | null;
          free_units?: number;
          further_minor?: number | null;
          id?: string;
          minimum_minor?: number;
          mode?: string;
          per_item?: boolean;
          price_group?: string;
          terms_id?: string;
          unit?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'tariffs_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      terms: {
        Row: {
          audience: string | null;
          cancel_fee_percent: number | null;
          cancel_free_days: number | null;
          cleaning_minor: number | null;
          closed_in_school_holidays: boolean | null;
          closed_on_public_holidays: boolean | null;
          day_count: string | null;
          deposit_minor: number | null;
          deposit_per_item: boolean | null;
          hold_hours: number | null;
          horizon_days: number | null;
          hours_apply: string | null;
          id: string;
          lead_minutes: number | null;
          lead_working_days: number | null;
          max_days: number | null;
          max_minutes: number | null;
          min_days: number | null;
          min_minutes: number | null;
          no_show_minutes: number | null;
          opening: string | null;
          organisation_id: string | null;
          own_first_days: number | null;
          period_kind: string | null;
          pickup_at: string | null;
          pickups_per_day: number | null;
          pool_id: string;
          price_mode: string | null;
          request_mode: string | null;
          resource_id: string | null;
          return_at: string | null;
          slot_minutes: number | null;
          slot_starts_at: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          audience?: string | null;
          cancel_fee_percent?: number | null;
          cancel_free_days?: number | null;
          cleaning_minor?: number | null;
          closed_in_school_holidays?: boolean | null;
          closed_on_public_holidays?: boolean | null;
          day_count?: string | null;
          deposit_minor?: number | null;
          deposit_per_item?: boolean | null;
          hold_hours?: number | null;
          horizon_days?: number | null;
          hours_apply?: string | null;
          id?: string;
          lead_minutes?: number | null;
          lead_working_days?: number | null;
          max_days?: number | null;
          max_minutes?: number | null;
          min_days?: number | null;
          min_minutes?: number | null;
          no_show_minutes?: number | null;
          opening?: string | null;
          organisation_id?: string | null;
          own_first_days?: number | null;
          period_kind?: string | null;
          pickup_at?: string | null;
          pickups_per_day?: number | null;
          pool_id: string;
          price_mode?: string | null;
          request_mode?: string | null;
          resource_id?: string | null;
          return_at?: string | null;
          slot_minutes?: number | null;
          slot_starts_at?: string | null;
          updated_at?: string;
        };
        Update: {
          audience?: string | null;
          cancel_fee_percent?: number | null;
          cancel_free_days?: number | null;
          cleaning_minor?: number | null;
          closed_in_school_holidays?: boolean | null;
          closed_on_public_holidays?: boolean | null;
          day_count?: string | null;
          deposit_minor?: number | null;
          deposit_per_item?: boolean | null;
          hold_hours?: number | null;
          horizon_days?: number | null;
          hours_apply?: string | null;
          id?: string;
          lead_minutes?: number | null;
          lead_working_days?: number | null;
          max_days?: number | null;
          max_minutes?: number | null;
          min_days?: number | null;
          min_minutes?: number | null;
          no_show_minutes?: number | null;
          opening?: string | null;
          organisation_id?: string | null;
          own_first_days?: number | null;
          period_kind?: string | null;
          pickup_at?: string | null;
          pickups_per_day?: number | null;
          pool_id?: string;
          price_mode?: string | null;
          request_mode?: string | null;
          resource_id?: string | null;
          return_at?: string | null;
          slot_minutes?: number | null;
          slot_starts_at?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'terms_organisation_id_fkey';
            columns: ['organisation_id', 'pool_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id', 'pool_id'];
          },
          {
            foreignKeyName: 'terms_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'terms_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
      terms_organisations: {
        Row: {
          organisation_id: string;
          terms_id: string;
        };
        ComputedFields: never;
        Insert: {
          organisation_id: string;
          terms_id: string;
        };
        Update: {
          organisation_id?: string;
          terms_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'terms_organisations_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'terms_organisations_terms_id_fkey';
            columns: ['terms_id'];
            isOneToOne: false;
            referencedRelation: 'terms';
            referencedColumns: ['id'];
          },
        ];
      };
      waiting_entries: {
        Row: {
          booking_id: string | null;
          created_at: string;
          ends_at: string;
          id: string;
          organisation_id: string;
          owner_id: string;
          person_id: string | null;
          pool_id: string;
          purpose: string;
          quantity: number;
          resource_id: string;
          starts_at: string;
          status: string;
          ticket: number;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          booking_id?: string | null;
          created_at?: string;
          ends_at: string;
          id?: string;
          organisation_id: string;
          owner_id: string;
          person_id?: string | null;
          pool_id: string;
          purpose?: string;
          quantity: number;
          resource_id: string;
          starts_at: string;
          status?: string;
          ticket?: never;
          updated_at?: string;
        };
        Update: {
          booking_id?: string | null;
          created_at?: string;
          ends_at?: string;
          id?: string;
          organisation_id?: string;
          owner_id?: string;
          person_id?: string | null;
          pool_id?: string;
          purpose?: string;
          quantity?: number;
          resource_id?: string;
          starts_at?: string;
          status?: string;
          ticket?: never;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'waiting_entries_booking_id_fkey';
            columns: ['booking_id'];
            isOneToOne: false;
            referencedRelation: 'bookings';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'waiting_entries_organisation_id_fkey';
            columns: ['organisation_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'waiting_entries_owner_id_fkey';
            columns: ['owner_id'];
            isOneToOne: false;
            referencedRelation: 'organisations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'waiting_entries_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'profiles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'waiting_entries_pool_id_fkey';
            columns: ['pool_id'];
            isOneToOne: false;
            referencedRelation: 'pools';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'waiting_entries_resource_id_fkey';
            columns: ['resource_id'];
            isOneToOne: false;
            referencedRelation: 'resources';
            referencedColumns: ['id'];
          },
        ];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      accept_invitation: {
        Args: { p_token: string };
        Returns: {
          created_at: string;
          organisation_id: string;
          person_id: string;
          role: string;
        };
        SetofOptions: {
          from: '*';
          to: 'memberships';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      accept_offer: {
        Args: { p_booking_id: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      accept_without: {
        Args: { p_item_id: string };
        Returns: {
          changed: boolean;
          ends_at: string;
          event_id: string;
          id: string;
          picture: string;
          position: number;
          quantity: number;
          starts_at: string;
          template_item_id: string | null;
          waived_at: string | null;
          what: string;
          words: string;
        };
        SetofOptions: {
          from: '*';
          to: 'event_items';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      add_resource_photo: {
        Args: {
          p_alt: string;
          p_height: number;
          p_path: string;
          p_resource_id: string;
          p_width: number;
        };
        Returns: {
          alt: string;
          created_at: string;
          height: number;
          id: string;
          path: string;
          position: number;
          resource_id: string;
          width: number;
        };
        SetofOptions: {
          from: '*';
          to: 'resource_photos';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      admit_organisation: {
        Args: { p_note?: string; p_organisation_id: string };
        Returns: {
          about: string;
          address: string;
          admitted_at: string | null;
          common_good: boolean;
          created_at: string;
          email: string;
          id: string;
          kind: string;
          latitude: number | null;
          longitude: number | null;
          name: string;
          phone: string;
          pool_id: string;
          slug: string;
          status: string;
          website: string;
        };
        SetofOptions: {
          from: '*';
          to: 'organisations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      answer_booking: {
        Args: { p_booking_id: string; p_idempotency_key?: string; p_note: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      answer_passed_over: { Args: Record<PropertyKey, never>; Returns: number };
      answer_slot_question: {
        Args: { p_answer: string; p_question_id: string; p_until?: string };
        Returns: {
          answer: string | null;
          answered_at: string | null;
          answered_by: string | null;
          asked_at: string;
          id: string;
          release_until: string | null;
          series_id: string;
          unused_on: string[];
        };
        SetofOptions: {
          from: '*';
          to: 'slot_questions';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      approve_booking: {
        Args: { p_booking_id: string; p_note?: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      approve_event_parts: {
        Args: { p_event_id: string; p_note?: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        }[];
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      approve_series: {
        Args: { p_note?: string; p_occurrences?: string[]; p_series_id: string };
        Returns: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'series';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      ask_about_booking: {
        Args: { p_booking_id: string; p_idempotency_key?: string; p_note: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      ask_about_unused_slots: { Args: Record<PropertyKey, never>; Returns: number };
      asked_times: {
        Args: { p_from: string; p_resource_id: string; p_to: string };
        Returns: {
          ends_at: string;
          requests: number;
          starts_at: string;
        }[];
      };
      assign_price_group: {
        Args: { p_group?: string; p_organisation_id: string; p_owner_id: string };
        Returns: string;
      };
      cancel_booking: {
        Args: { p_booking_id: string; p_note?: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      cancel_event: {
        Args: { p_event_id: string; p_note?: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          ends_at: string;
          guests: number;
          id: string;
          organisation_id: string;
          place: string;
          pool_id: string;
          starts_at: string;
          title: string;
        };
        SetofOptions: {
          from: '*';
          to: 'events';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      cancel_series_from: {
        Args: { p_from: string; p_note?: string; p_series_id: string; p_to?: string };
        Returns: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'series';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      change_booking: {
        Args: {
          p_booking_id: string;
          p_ends_at?: string;
          p_extras?: Json;
          p_note?: string;
          p_quantity?: number;
          p_starts_at?: string;
        };
        Returns: {
          booking_id: string;
          created_at: string;
          decided_at: string | null;
          ends_at: string;
          expires_at: string | null;
          extras: Json | null;
          from_ends_at: string;
          from_price: Json | null;
          from_quantity: number;
          from_starts_at: string;
          id: string;
          note: string | null;
          price: Json | null;
          proposed_by: string | null;
          quantity: number;
          starts_at: string;
          status: string;
        };
        SetofOptions: {
          from: '*';
          to: 'booking_changes';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      change_member_role: {
        Args: { p_organisation_id: string; p_person_id: string; p_role: string };
        Returns: {
          created_at: string;
          organisation_id: string;
          person_id: string;
          role: string;
        };
        SetofOptions: {
          from: '*';
          to: 'memberships';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      change_parts: {
        Args: { p_asset_ids: string[]; p_quantities?: number[]; p_resource_id: string };
        Returns: {
          approval: string;
          buffer_after_minutes: number;
          buffer_before_minutes: number;
          capacity_note: string;
          concepts: string[];
          created_at: string;
          created_by: string | null;
          deposit_note: string;
          description: string;
          id: string;
          kind: string;
          latitude: number | null;
          listed: boolean;
          locale: string;
          longitude: number | null;
          organisation_id: string;
          picture: string;
          place: string;
          pool_id: string;
          price_note: string;
          quantity: number;
          rules: string;
          search_text: string;
          search_title: string;
          search_titles: string;
          slug: string;
          sole_asset_id: string | null;
          status: string;
          title: string;
          updated_at: string;
          words: unknown;
        };
        SetofOptions: {
          from: '*';
          to: 'resources';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      change_stock: {
        Args: { p_quantity: number; p_resource_id: string };
        Returns: {
          approval: string;
          buffer_after_minutes: number;
          buffer_before_minutes: number;
          capacity_note: string;
          concepts: string[];
          created_at: string;
          created_by: string | null;
          deposit_note: string;
          description: string;
          id: string;
          kind: string;
          latitude: number | null;
          listed: boolean;
          locale: string;
          longitude: number | null;
          organisation_id: string;
          picture: string;
          place: string;
          pool_id: string;
          price_note: string;
          quantity: number;
          rules: string;
          search_text: string;
          search_title: string;
          search_titles: string;
          slug: string;
          sole_asset_id: string | null;
          status: string;
          title: string;
          updated_at: string;
          words: unknown;
        };
        SetofOptions: {
          from: '*';
          to: 'resources';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      check_booking: {
        Args: {
          p_ends_at?: string;
          p_except_booking_id?: string;
          p_extras?: Json;
          p_organisation_id?: string;
          p_quantity?: number;
          p_resource_id: string;
          p_starts_at?: string;
        };
        Returns: Json;
      };
      choose_event_parts: {
        Args: { p_item_id: string; p_parts: Json };
        Returns: {
          booking_id: string | null;
          created_at: string;
          ends_at: string;
          id: string;
          item_id: string;
          quantity: number;
          refused_code: string | null;
          refused_params: Json | null;
          resource_id: string;
          starts_at: string;
        }[];
        SetofOptions: {
          from: '*';
          to: 'event_parts';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      choose_pushes: {
        Args: { p_kinds: string[] };
        Returns: {
          muted: string[];
          person_id: string;
        };
        SetofOptions: {
          from: '*';
          to: 'push_settings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      claim_deliveries: {
        Args: { p_limit?: number };
        Returns: {
          attempts: number;
          booking_id: string;
          borrower_name: string;
          delivery_id: number;
          display_name: string;
          email: string;
          ends_at: string;
          hold_expires_at: string;
          is_owner_side: boolean;
          locale: string;
          note: string;
          organisation_name: string;
          organisation_slug: string;
          owner_name: string;
          payload: Json;
          pool_name: string;
          pool_slug: string;
          purpose: string;
          quantity: number;
          resource_slug: string;
          resource_title: string;
          side: string;
          starts_at: string;
          time_zone: string;
          topic: string;
        }[];
      };
      claim_pushes: {
        Args: { p_limit?: number };
        Returns: {
          attempts: number;
          auth: string;
          booking_id: string;
          borrower_name: string;
          display_name: string;
          email: string;
          endpoint: string;
          ends_at: string;
          hold_expires_at: string;
          is_owner_side: boolean;
          kind: string;
          locale: string;
          note: string;
          organisation_name: string;
          organisation_slug: string;
          owner_name: string;
          p256dh: string;
          payload: Json;
          person_id: string;
          pool_name: string;
          pool_slug: string;
          purpose: string;
          push_id: number;
          quantity: number;
          resource_slug: string;
          resource_title: string;
          side: string;
          starts_at: string;
          time_zone: string;
          topic: string;
        }[];
      };
      close_resource: {
        Args: { p_ends_at: string; p_reason?: string; p_resource_id: string; p_starts_at: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          ends_at: string;
          id: string;
          reason: string;
          reopened_at: string | null;
          resource_id: string;
          starts_at: string;
          withdrawal: boolean;
        };
        SetofOptions: {
          from: '*';
          to: 'closures';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      copy_prices: {
        Args: { p_from_resource_id: string; p_to_resource_id: string };
        Returns: {
          audience: string | null;
          cancel_fee_percent: number | null;
          cancel_free_days: number | null;
          cleaning_minor: number | null;
          closed_in_school_holidays: boolean | null;
          closed_on_public_holidays: boolean | null;
          day_count: string | null;
          deposit_minor: number | null;
          deposit_per_item: boolean | null;
          hold_hours: number | null;
          horizon_days: number | null;
          hours_apply: string | null;
          id: string;
          lead_minutes: number | null;
          lead_working_days: number | null;
          max_days: number | null;
          max_minutes: number | null;
          min_days: number | null;
          min_minutes: number | null;
          no_show_minutes: number | null;
          opening: string | null;
          organisation_id: string | null;
          own_first_days: number | null;
          period_kind: string | null;
          pickup_at: string | null;
          pickups_per_day: number | null;
          pool_id: string;
          price_mode: string | null;
          request_mode: string | null;
          resource_id: string | null;
          return_at: string | null;
          slot_minutes: number | null;
          slot_starts_at: string | null;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'terms';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      copy_terms: {
        Args: { p_from_resource_id: string; p_to_resource_id: string };
        Returns: {
          audience: string | null;
          cancel_fee_percent: number | null;
          cancel_free_days: number | null;
          cleaning_minor: number | null;
          closed_in_school_holidays: boolean | null;
          closed_on_public_holidays: boolean | null;
          day_count: string | null;
          deposit_minor: number | null;
          deposit_per_item: boolean | null;
          hold_hours: number | null;
          horizon_days: number | null;
          hours_apply: string | null;
          id: string;
          lead_minutes: number | null;
          lead_working_days: number | null;
          max_days: number | null;
          max_minutes: number | null;
          min_days: number | null;
          min_minutes: number | null;
          no_show_minutes: number | null;
          opening: string | null;
          organisation_id: string | null;
          own_first_days: number | null;
          period_kind: string | null;
          pickup_at: string | null;
          pickups_per_day: number | null;
          pool_id: string;
          price_mode: string | null;
          request_mode: string | null;
          resource_id: string | null;
          return_at: string | null;
          slot_minutes: number | null;
          slot_starts_at: string | null;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'terms';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      decline_booking: {
        Args: { p_booking_id: string; p_note?: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      decline_change: {
        Args: { p_change_id: string; p_note?: string };
        Returns: {
          booking_id: string;
          created_at: string;
          decided_at: string | null;
          ends_at: string;
          expires_at: string | null;
          extras: Json | null;
          from_ends_at: string;
          from_price: Json | null;
          from_quantity: number;
          from_starts_at: string;
          id: string;
          note: string | null;
          price: Json | null;
          proposed_by: string | null;
          quantity: number;
          starts_at: string;
          status: string;
        };
        SetofOptions: {
          from: '*';
          to: 'booking_changes';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      decline_event_parts: {
        Args: { p_event_id: string; p_note?: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        }[];
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      decline_offer: {
        Args: { p_booking_id: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      decline_series: {
        Args: { p_note?: string; p_occurrences?: string[]; p_series_id: string };
        Returns: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'series';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      drop_event_item: { Args: { p_item_id: string }; Returns: undefined };
      end_series: {
        Args: { p_from: string; p_note?: string; p_series_id: string };
        Returns: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'series';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      expire_holds: { Args: Record<PropertyKey, never>; Returns: number };
      extend_series: {
        Args: { p_choices?: Json; p_from?: string; p_series_id: string; p_until: string };
        Returns: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'series';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      finish_delivery: { Args: { p_delivery_id: number; p_error?: string }; Returns: undefined };
      finish_push: {
        Args: { p_error?: string; p_is_gone?: boolean; p_push_id: number; p_wait_seconds?: number };
        Returns: undefined;
      };
      forget_old_acts: { Args: Record<PropertyKey, never>; Returns: number };
      found_organisation: {
        Args: {
          p_about?: string;
          p_address?: string;
          p_email?: string;
          p_kind?: string;
          p_latitude?: number;
          p_longitude?: number;
          p_name: string;
          p_phone?: string;
          p_pool: string;
          p_website?: string;
        };
        Returns: {
          about: string;
          address: string;
          admitted_at: string | null;
          common_good: boolean;
          created_at: string;
          email: string;
          id: string;
          kind: string;
          latitude: number | null;
          longitude: number | null;
          name: string;
          phone: string;
          pool_id: string;
          slug: string;
          status: string;
          website: string;
        };
        SetofOptions: {
          from: '*';
          to: 'organisations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      grant_change: {
        Args: { p_change_id: string; p_note?: string };
        Returns: {
          booking_id: string;
          created_at: string;
          decided_at: string | null;
          ends_at: string;
          expires_at: string | null;
          extras: Json | null;
          from_ends_at: string;
          from_price: Json | null;
          from_quantity: number;
          from_starts_at: string;
          id: string;
          note: string | null;
          price: Json | null;
          proposed_by: string | null;
          quantity: number;
          starts_at: string;
          status: string;
        };
        SetofOptions: {
          from: '*';
          to: 'booking_changes';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      grant_standing_approval: {
        Args: {
          p_max_days?: number;
          p_max_quantity?: number;
          p_min_clean_returns?: number;
          p_note?: string;
          p_organisation_id: string;
          p_organisation_ids?: string[];
          p_resource_id?: string;
          p_valid_until?: string;
          p_weekdays?: number[];
        };
        Returns: {
          created_at: string;
          created_by: string | null;
          id: string;
          max_days: number | null;
          max_quantity: number | null;
          min_clean_returns: number | null;
          note: string;
          organisation_id: string;
          resource_id: string | null;
          revoked_at: string | null;
          revoked_by: string | null;
          valid_until: string | null;
          weekdays: number[] | null;
        };
        SetofOptions: {
          from: '*';
          to: 'standing_approvals';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      hand_over_booking: {
        Args: { p_at?: string; p_booking_id: string; p_idempotency_key?: string; p_note?: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      import_holidays: {
        Args: { p_days: Json; p_from?: string; p_kind: string; p_pool_id: string; p_to?: string };
        Returns: number;
      };
      invite_member: {
        Args: { p_days?: number; p_email?: string; p_organisation_id: string; p_role?: string };
        Returns: {
          expires_at: string;
          invitation_id: string;
          token: string;
        }[];
      };
      join_waiting_list: {
        Args: {
          p_ends_at: string;
          p_organisation_id: string;
          p_purpose?: string;
          p_quantity?: number;
          p_resource_id: string;
          p_starts_at: string;
        };
        Returns: {
          booking_id: string | null;
          created_at: string;
          ends_at: string;
          id: string;
          organisation_id: string;
          owner_id: string;
          person_id: string | null;
          pool_id: string;
          purpose: string;
          quantity: number;
          resource_id: string;
          starts_at: string;
          status: string;
          ticket: number;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'waiting_entries';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      leave_organisation: { Args: { p_organisation_id: string }; Returns: undefined };
      leave_waiting_list: {
        Args: { p_entry_id: string };
        Returns: {
          booking_id: string | null;
          created_at: string;
          ends_at: string;
          id: string;
          organisation_id: string;
          owner_id: string;
          person_id: string | null;
          pool_id: string;
          purpose: string;
          quantity: number;
          resource_id: string;
          starts_at: string;
          status: string;
          ticket: number;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'waiting_entries';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      list_resource: {
        Args: {
          p_approval?: string;
          p_buffer_after_minutes?: number;
          p_buffer_before_minutes?: number;
          p_capacity_note?: string;
          p_deposit_note?: string;
          p_description?: string;
          p_idempotency_key?: string;
          p_kind: string;
          p_organisation_id: string;
          p_picture?: string;
          p_place?: string;
          p_price_note?: string;
          p_quantity?: number;
          p_rules?: string;
          p_title: string;
        };
        Returns: {
          approval: string;
          buffer_after_minutes: number;
          buffer_before_minutes: number;
          capacity_note: string;
          concepts: string[];
          created_at: string;
          created_by: string | null;
          deposit_note: string;
          description: string;
          id: string;
          kind: string;
          latitude: number | null;
          listed: boolean;
          locale: string;
          longitude: number | null;
          organisation_id: string;
          picture: string;
          place: string;
          pool_id: string;
          price_note: string;
          quantity: number;
          rules: string;
          search_text: string;
          search_title: string;
          search_titles: string;
          slug: string;
          sole_asset_id: string | null;
          status: string;
          title: string;
          updated_at: string;
          words: unknown;
        };
        SetofOptions: {
          from: '*';
          to: 'resources';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      list_standing_bookings: {
        Args: { p_above?: number; p_ends_at: string; p_resource_id: string; p_starts_at: string };
        Returns: {
          booking_id: string;
          ends_at: string;
          organisation_name: string;
          purpose: string;
          quantity: number;
          requested_by_name: string;
          resource_id: string;
          resource_title: string;
          starts_at: string;
          status: string;
          substitutes: Json;
        }[];
      };
      mark_no_show: {
        Args: { p_booking_id: string; p_note?: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      move_series: {
        Args: {
          p_conflicts?: string;
          p_end_days?: number;
          p_end_time?: string;
          p_from: string;
          p_note?: string;
          p_rule?: string;
          p_series_id: string;
          p_start_time?: string;
        };
        Returns: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'series';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      owner_timeline: {
        Args: {
          p_from: string;
          p_organisation_id: string;
          p_resource_ids?: string[];
          p_to: string;
        };
        Returns: {
          bars: Json;
          kind: string;
          quantity: number;
          resource_id: string;
          slug: string;
          status: string;
          title: string;
          waiting: number;
        }[];
      };
      plan_event: {
        Args: {
          p_ends_at: string;
          p_event_id: string;
          p_guests: number;
          p_locale?: string;
          p_mode?: string;
          p_note?: string;
          p_organisation_id: string;
          p_place?: string;
          p_starts_at: string;
          p_template?: string;
          p_title: string;
        };
        Returns: {
          created_at: string;
          created_by: string | null;
          ends_at: string;
          guests: number;
          id: string;
          organisation_id: string;
          place: string;
          pool_id: string;
          starts_at: string;
          title: string;
        };
        SetofOptions: {
          from: '*';
          to: 'events';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      plan_event_item: {
        Args: {
          p_ends_at?: string;
          p_event_id: string;
          p_item_id: string;
          p_picture?: string;
          p_quantity: number;
          p_starts_at?: string;
          p_what: string;
          p_words?: string;
        };
        Returns: {
          changed: boolean;
          ends_at: string;
          event_id: string;
          id: string;
          picture: string;
          position: number;
          quantity: number;
          starts_at: string;
          template_item_id: string | null;
          waived_at: string | null;
          what: string;
          words: string;
        };
        SetofOptions: {
          from: '*';
          to: 'event_items';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      preview_booking: {
        Args: {
          p_ends_at: string;
          p_group: string;
          p_quantity?: number;
          p_resource_id: string;
          p_starts_at: string;
        };
        Returns: Json;
      };
      preview_invitation: {
        Args: { p_token: string };
        Returns: {
          expires_at: string;
          organisation_id: string;
          organisation_name: string;
          pool_slug: string;
          role: string;
        }[];
      };
      preview_series: {
        Args: {
          p_end_days?: number;
          p_end_time: string;
          p_from?: string;
          p_organisation_id?: string;
          p_quantity?: number;
          p_resource_id: string;
          p_rule: string;
          p_series_id?: string;
          p_start_time: string;
          p_starts_on: string;
        };
        Returns: {
          code: string;
          ends_at: string;
          free_quantity: number;
          holiday: string;
          occurrence_on: string;
          other_resources: Json;
          other_times: Json;
          params: Json;
          starts_at: string;
          stays: string;
        }[];
      };
      price_tags: {
        Args: { p_resource_ids: string[] };
        Returns: {
          currency: string;
          from_minor: number;
          is_exact: boolean;
          mode: string;
          resource_id: string;
          some_free: boolean;
          unit: string;
        }[];
      };
      propose_event: {
        Args: { p_event_id: string; p_item_id?: string; p_limit?: number };
        Returns: {
          approval: string;
          chosen: boolean;
          code: string;
          ends_at: string;
          free_quantity: number;
          item_id: string;
          kind: string;
          missing: number;
          organisation_id: string;
          organisation_name: string;
          params: Json;
          photo_path: string;
          picture: string;
          place: string;
          price: Json;
          resource_id: string;
          slug: string;
          starts_at: string;
          take: number;
          title: string;
        }[];
      };
      reader_title: {
        Args: {
          p_resource: Omit<
            Database['public']['Tables']['resources']['Row'],
            Database['public']['Tables']['resources']['ComputedFields']
          >;
        };
        Returns: string;
      };
      recognise_common_good: {
        Args: { p_organisation_id: string; p_recognised?: boolean };
        Returns: {
          about: string;
          address: string;
          admitted_at: string | null;
          common_good: boolean;
          created_at: string;
          email: string;
          id: string;
          kind: string;
          latitude: number | null;
          longitude: number | null;
          name: string;
          phone: string;
          pool_id: string;
          slug: string;
          status: string;
          website: string;
        };
        SetofOptions: {
          from: '*';
          to: 'organisations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      record_confirmation: {
        Args: { p_booking_id?: string; p_confirmation_id: string; p_organisation_id?: string };
        Returns: {
          id: string;
          name: string;
          per: string;
          terms_id: string;
          valid_months: number | null;
        };
        SetofOptions: {
          from: '*';
          to: 'confirmations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      release_no_shows: { Args: Record<PropertyKey, never>; Returns: number };
      remind_of_tomorrow: { Args: Record<PropertyKey, never>; Returns: number };
      remove_member: {
        Args: { p_organisation_id: string; p_person_id: string };
        Returns: undefined;
      };
      remove_resource_photo: { Args: { p_photo_id: string }; Returns: string };
      remove_resource_text: {
        Args: { p_locale: string; p_resource_id: string };
        Returns: undefined;
      };
      reopen_resource: {
        Args: { p_closure_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          ends_at: string;
          id: string;
          reason: string;
          reopened_at: string | null;
          resource_id: string;
          starts_at: string;
          withdrawal: boolean;
        };
        SetofOptions: {
          from: '*';
          to: 'closures';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      replace_event_item: {
        Args: { p_item_id: string; p_parts: Json };
        Returns: {
          booking_id: string | null;
          created_at: string;
          ends_at: string;
          id: string;
          item_id: string;
          quantity: number;
          refused_code: string | null;
          refused_params: Json | null;
          resource_id: string;
          starts_at: string;
        }[];
        SetofOptions: {
          from: '*';
          to: 'event_parts';
          isOneToOne: false;
          isSetofReturn: true;
        };
      };
      report_barrier: {
        Args: { p_email?: string; p_message: string; p_page?: string; p_pool: string };
        Returns: undefined;
      };
      report_by_kind: {
        Args: { p_from: string; p_pool: string; p_to: string };
        Returns: {
          approved: number;
          booked_hours: number;
          kind: string;
          refused: number;
          requests: number;
        }[];
      };
      report_by_month: {
        Args: { p_from: string; p_pool: string; p_to: string };
        Returns: {
          approved: number;
          month: string;
          refused: number;
          requests: number;
        }[];
      };
      report_by_organisation: {
        Args: { p_from: string; p_pool: string; p_to: string };
        Returns: {
          asked: number;
          borrowed: number;
          kind: string;
          lent: number;
          median_answer_minutes: number;
          organisation_id: string;
          organisation_name: string;
          refused_as_owner: number;
        }[];
      };
      report_by_resource: {
        Args: { p_from: string; p_pool: string; p_to: string };
        Returns: {
          approved: number;
          booked_hours: number;
          kind: string;
          last_used_at: string;
          organisation_name: string;
          quantity: number;
          refused: number;
          resource_id: string;
          slug: string;
          title: string;
          utilisation: number;
        }[];
      };
      report_damage: {
        Args: { p_booking_id: string; p_idempotency_key?: string; p_note: string };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      report_totals: {
        Args: { p_from: string; p_pool: string; p_to: string };
        Returns: {
          answered_within_a_day: number;
          approved: number;
          cancelled: number;
          declined: number;
          expired: number;
          median_answer_minutes: number;
          open: number;
          organisations_borrowing: number;
          organisations_lending: number;
          requests: number;
          resources_used: number;
        }[];
      };
      request_booking: {
        Args: {
          p_ends_at: string;
          p_extras?: Json;
          p_idempotency_key?: string;
          p_organisation_id: string;
          p_purpose?: string;
          p_quantity?: number;
          p_resource_id: string;
          p_starts_at: string;
        };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      request_event: {
        Args: {
          p_event_id: string;
          p_idempotency_key: string;
          p_items: Json;
          p_mode?: string;
          p_note?: string;
        };
        Returns: {
          booking_id: string;
          code: string;
          item_id: string;
          params: Json;
          quantity: number;
          resource_id: string;
          status: string;
        }[];
      };
      request_series: {
        Args: {
          p_choices?: Json;
          p_end_days?: number;
          p_end_time: string;
          p_idempotency_key?: string;
          p_organisation_id: string;
          p_purpose?: string;
          p_quantity?: number;
          p_resource_id: string;
          p_rule: string;
          p_start_time: string;
          p_starts_on: string;
        };
        Returns: {
          asked_for: NonNullable<Json>;
          created_at: string;
          end_days: number;
          end_time: string;
          id: string;
          idempotency_key: string | null;
          organisation_id: string;
          owner_id: string;
          pool_id: string;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          rule: string;
          start_time: string;
          starts_on: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'series';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      resource_calendar: {
        Args: { p_except_booking_id?: string; p_from: string; p_resource_id: string; p_to: string };
        Returns: {
          ends_at: string;
          free_quantity: number;
          held_quantity: number;
          quantity: number;
          starts_at: string;
          state: string;
        }[];
      };
      resource_opening: {
        Args: { p_from: string; p_resource_id: string; p_to: string };
        Returns: {
          closed_reason: string;
          closes_at: string;
          name: string;
          on_date: string;
          opens_at: string;
        }[];
      };
      return_booking: {
        Args: {
          p_at?: string;
          p_booking_id: string;
          p_condition?: string;
          p_idempotency_key?: string;
          p_note?: string;
        };
        Returns: {
          awaiting: string | null;
          counted_days: number;
          created_at: string;
          decision: Json | null;
          ends_at: string;
          event_id: string | null;
          handed_over_at: string | null;
          handover_key: string | null;
          hold_expires_at: string | null;
          id: string;
          idempotency_key: string | null;
          kept_from: string | null;
          kept_until: string | null;
          last_action: string;
          last_actor_id: string | null;
          last_details: NonNullable<Json>;
          last_note: string | null;
          last_side: string;
          organisation_id: string;
          overdue_since: string | null;
          owner_id: string;
          pool_id: string;
          price: Json | null;
          price_minor: number | null;
          purpose: string;
          quantity: number;
          requested_by: string | null;
          resource_id: string;
          return_condition: string | null;
          return_key: string | null;
          returned_at: string | null;
          series_id: string | null;
          starts_at: string;
          status: string;
          updated_at: string;
          version: number;
        };
        SetofOptions: {
          from: '*';
          to: 'bookings';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      revoke_confirmation: {
        Args: { p_booking_id?: string; p_confirmation_id: string; p_organisation_id?: string };
        Returns: {
          id: string;
          name: string;
          per: string;
          terms_id: string;
          valid_months: number | null;
        };
        SetofOptions: {
          from: '*';
          to: 'confirmations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      revoke_invitation: { Args: { p_invitation_id: string }; Returns: undefined };
      revoke_standing_approval: {
        Args: { p_standing_approval_id: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          id: string;
          max_days: number | null;
          max_quantity: number | null;
          min_clean_returns: number | null;
          note: string;
          organisation_id: string;
          resource_id: string | null;
          revoked_at: string | null;
          revoked_by: string | null;
          valid_until: string | null;
          weekdays: number[] | null;
        };
        SetofOptions: {
          from: '*';
          to: 'standing_approvals';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      save_resource_text: {
        Args: {
          p_description?: string;
          p_locale: string;
          p_resource_id: string;
          p_rules?: string;
          p_title: string;
        };
        Returns: {
          description: string;
          locale: string;
          resource_id: string;
          rules: string;
          title: string;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'resource_texts';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      search_resources: {
        Args: {
          p_cursor?: string;
          p_ends_at?: string;
          p_kinds?: string[];
          p_latitude?: number;
          p_limit?: number;
          p_locale?: string;
          p_longitude?: number;
          p_pool: string;
          p_quantity?: number;
          p_query?: string;
          p_starts_at?: string;
        };
        Returns: {
          approval: string;
          capacity_note: string;
          cursor: string;
          free_quantity: number;
          hindrance: string;
          id: string;
          kind: string;
          metres: number;
          organisation_id: string;
          organisation_name: string;
          organisation_slug: string;
          photo_path: string;
          picture: string;
          place: string;
          price_note: string;
          quantity: number;
          slug: string;
          title: string;
          title_locale: string;
        }[];
      };
      set_prices: {
        Args: { p_id: string; p_prices: Json; p_scope: string };
        Returns: {
          audience: string | null;
          cancel_fee_percent: number | null;
          cancel_free_days: number | null;
          cleaning_minor: number | null;
          closed_in_school_holidays: boolean | null;
          closed_on_public_holidays: boolean | null;
          day_count: string | null;
          deposit_minor: number | null;
          deposit_per_item: boolean | null;
          hold_hours: number | null;
          horizon_days: number | null;
          hours_apply: string | null;
          id: string;
          lead_minutes: number | null;
          lead_working_days: number | null;
          max_days: number | null;
          max_minutes: number | null;
          min_days: number | null;
          min_minutes: number | null;
          no_show_minutes: number | null;
          opening: string | null;
          organisation_id: string | null;
          own_first_days: number | null;
          period_kind: string | null;
          pickup_at: string | null;
          pickups_per_day: number | null;
          pool_id: string;
          price_mode: string | null;
          request_mode: string | null;
          resource_id: string | null;
          return_at: string | null;
          slot_minutes: number | null;
          slot_starts_at: string | null;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'terms';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      set_resource_locale: {
        Args: { p_locale: string; p_resource_id: string };
        Returns: {
          approval: string;
          buffer_after_minutes: number;
          buffer_before_minutes: number;
          capacity_note: string;
          concepts: string[];
          created_at: string;
          created_by: string | null;
          deposit_note: string;
          description: string;
          id: string;
          kind: string;
          latitude: number | null;
          listed: boolean;
          locale: string;
          longitude: number | null;
          organisation_id: string;
          picture: string;
          place: string;
          pool_id: string;
          price_note: string;
          quantity: number;
          rules: string;
          search_text: string;
          search_title: string;
          search_titles: string;
          slug: string;
          sole_asset_id: string | null;
          status: string;
          title: string;
          updated_at: string;
          words: unknown;
        };
        SetofOptions: {
          from: '*';
          to: 'resources';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      set_resource_status: {
        Args: { p_resource_id: string; p_status: string };
        Returns: {
          approval: string;
          buffer_after_minutes: number;
          buffer_before_minutes: number;
          capacity_note: string;
          concepts: string[];
          created_at: string;
          created_by: string | null;
          deposit_note: string;
          description: string;
          id: string;
          kind: string;
          latitude: number | null;
          listed: boolean;
          locale: string;
          longitude: number | null;
          organisation_id: string;
          picture: string;
          place: string;
          pool_id: string;
          price_note: string;
          quantity: number;
          rules: string;
          search_text: string;
          search_title: string;
          search_titles: string;
          slug: string;
          sole_asset_id: string | null;
          status: string;
          title: string;
          updated_at: string;
          words: unknown;
        };
        SetofOptions: {
          from: '*';
          to: 'resources';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      set_terms: {
        Args: { p_id: string; p_scope: string; p_terms: Json; p_updated_at?: string };
        Returns: {
          audience: string | null;
          cancel_fee_percent: number | null;
          cancel_free_days: number | null;
          cleaning_minor: number | null;
          closed_in_school_holidays: boolean | null;
          closed_on_public_holidays: boolean | null;
          day_count: string | null;
          deposit_minor: number | null;
          deposit_per_item: boolean | null;
          hold_hours: number | null;
          horizon_days: number | null;
          hours_apply: string | null;
          id: string;
          lead_minutes: number | null;
          lead_working_days: number | null;
          max_days: number | null;
          max_minutes: number | null;
          min_days: number | null;
          min_minutes: number | null;
          no_show_minutes: number | null;
          opening: string | null;
          organisation_id: string | null;
          own_first_days: number | null;
          period_kind: string | null;
          pickup_at: string | null;
          pickups_per_day: number | null;
          pool_id: string;
          price_mode: string | null;
          request_mode: string | null;
          resource_id: string | null;
          return_at: string | null;
          slot_minutes: number | null;
          slot_starts_at: string | null;
          updated_at: string;
        };
        SetofOptions: {
          from: '*';
          to: 'terms';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      subscribe_push: {
        Args: { p_auth: string; p_device: string; p_endpoint: string; p_p256dh: string };
        Returns: {
          auth: string;
          created_at: string;
          device: string;
          endpoint: string;
          id: string;
          p256dh: string;
          person_id: string;
        };
        SetofOptions: {
          from: '*';
          to: 'push_subscriptions';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      suggest_alternatives: {
        Args: {
          p_ends_at: string;
          p_except_booking_id?: string;
          p_limit?: number;
          p_near_latitude?: number;
          p_near_longitude?: number;
          p_organisation_id?: string;
          p_quantity?: number;
          p_resource_id: string;
          p_starts_at: string;
        };
        Returns: {
          currency: string;
          distance_metres: number;
          ends_at: string;
          free_quantity: number;
          kind: string;
          organisation_name: string;
          picture: string;
          price_minor: number;
          quantity: number;
          reason: string;
          resource_id: string;
          slug: string;
          starts_at: string;
          take: number;
          title: string;
        }[];
      };
      suspend_organisation: {
        Args: { p_note?: string; p_organisation_id: string };
        Returns: {
          about: string;
          address: string;
          admitted_at: string | null;
          common_good: boolean;
          created_at: string;
          email: string;
          id: string;
          kind: string;
          latitude: number | null;
          longitude: number | null;
          name: string;
          phone: string;
          pool_id: string;
          slug: string;
          status: string;
          website: string;
        };
        SetofOptions: {
          from: '*';
          to: 'organisations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      sweep_events: { Args: Record<PropertyKey, never>; Returns: number };
      sweep_overdue: { Args: Record<PropertyKey, never>; Returns: number };
      tend_waiting_lists: { Args: Record<PropertyKey, never>; Returns: number };
      tick_barrier: {
        Args: { p_answered: boolean; p_note_id: string };
        Returns: {
          answered_at: string | null;
          created_at: string;
          email: string | null;
          id: string;
          message: string;
          page: string | null;
          person_id: string | null;
          pool_id: string;
        };
        SetofOptions: {
          from: '*';
          to: 'accessibility_notes';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      unsubscribe_push: { Args: { p_subscription_id?: string }; Returns: number };
      update_organisation: {
        Args: {
          p_about?: string;
          p_address?: string;
          p_email?: string;
          p_kind: string;
          p_latitude?: number;
          p_longitude?: number;
          p_name: string;
          p_organisation_id: string;
          p_phone?: string;
          p_website?: string;
        };
        Returns: {
          about: string;
          address: string;
          admitted_at: string | null;
          common_good: boolean;
          created_at: string;
          email: string;
          id: string;
          kind: string;
          latitude: number | null;
          longitude: number | null;
          name: string;
          phone: string;
          pool_id: string;
          slug: string;
          status: string;
          website: string;
        };
        SetofOptions: {
          from: '*';
          to: 'organisations';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      update_profile: {
        Args: { p_display_name: string; p_locale: string };
        Returns: {
          created_at: string;
          display_name: string;
          id: string;
          locale: string;
        };
        SetofOptions: {
          from: '*';
          to: 'profiles';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      update_resource: {
        Args: {
          p_approval: string;
          p_buffer_after_minutes: number;
          p_buffer_before_minutes: number;
          p_capacity_note: string;
          p_deposit_note: string;
          p_description: string;
          p_picture: string;
          p_place: string;
          p_price_note: string;
          p_resource_id: string;
          p_rules: string;
          p_title: string;
        };
        Returns: {
          approval: string;
          buffer_after_minutes: number;
          buffer_before_minutes: number;
          capacity_note: string;
          concepts: string[];
          created_at: string;
          created_by: string | null;
          deposit_note: string;
          description: string;
          id: string;
          kind: string;
          latitude: number | null;
          listed: boolean;
          locale: string;
          longitude: number | null;
          organisation_id: string;
          picture: string;
          place: string;
          pool_id: string;
          price_note: string;
          quantity: number;
          rules: string;
          search_text: string;
          search_title: string;
          search_titles: string;
          slug: string;
          sole_asset_id: string | null;
          status: string;
          title: string;
          updated_at: string;
          words: unknown;
        };
        SetofOptions: {
          from: '*';
          to: 'resources';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      waiting_count: {
        Args: { p_ends_at: string; p_resource_id: string; p_starts_at: string };
        Returns: number;
      };
      waiting_places: {
        Args: { p_entry_ids: string[] };
        Returns: {
          entry_id: string;
          place: number;
        }[];
      };
      withdraw_change: {
        Args: { p_change_id: string };
        Returns: {
          booking_id: string;
          created_at: string;
          decided_at: string | null;
          ends_at: string;
          expires_at: string | null;
          extras: Json | null;
          from_ends_at: string;
          from_price: Json | null;
          from_quantity: number;
          from_starts_at: string;
          id: string;
          note: string | null;
          price: Json | null;
          proposed_by: string | null;
          quantity: number;
          starts_at: string;
          status: string;
        };
        SetofOptions: {
          from: '*';
          to: 'booking_changes';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
      withdraw_resource: {
        Args: { p_from: string; p_reason?: string; p_resource_id: string; p_until: string };
        Returns: {
          created_at: string;
          created_by: string | null;
          ends_at: string;
          id: string;
          reason: string;
          reopened_at: string | null;
          resource_id: string;
          starts_at: string;
          withdrawal: boolean;
        };
        SetofOptions: {
          from: '*';
          to: 'closures';
          isOneToOne: true;
          isSetofReturn: false;
        };
      };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      effective_quota: {
        terms_id: string | null;
        measure: string | null;
        per: string | null;
        most: number | null;
        owner_id: string | null;
        resource_id: string | null;
      };
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {},
  },
} as const;
